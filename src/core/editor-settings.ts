/** The settings of the editor at /admin/, and what is wrong with them. */

/** Where editors' accounts and the content's repository are; the value of `editor` in src/site.config.ts. */
export interface EditorSettings {
  /** The kind of host. Gitea's own backend in Decap knows no editorial workflow; for Gitee there is none. */
  backend: 'github' | 'gitlab' | 'forgejo';
  /** The repository on that host, `owner/name`; groups of GitLab may be nested. */
  repo: string;
  /** The branch that is published. */
  branch: string;
  /** The host's address without a path, such as https://git.example.org; left out for github.com and gitlab.com. */
  host?: string;
  /**
   * GitLab and Forgejo: the id of the application registered there, as public (not confidential). It is no secret;
   * never put an application's secret or a token here: this file and the page are for everybody to read.
   */
  appId?: string;
  /** GitHub: the address of the OAuth proxy that the office runs, for GitHub lets no page sign in by itself. */
  authProxy?: string;
  /** The content folder in the repository; `content` when left out. */
  folder?: string;
}

const BACKENDS: readonly string[] = ['github', 'gitlab', 'forgejo'] satisfies EditorSettings['backend'][];
const REPO = /^[\w.-]+(?:\/[\w.-]+)+$/;
/** What git takes as the name of a branch, as far as a slip can be told by it. */
const BRANCH = /^(?![-./])(?!.*(?:\.\.|\/\/|@\{))[^\s~^:?*[\\\p{Cc}]+(?<![./])$/u;
const FOLDER = /^(?!\.)[\w.-]+(?:\/(?!\.)[\w.-]+)*$/;
/** How the secrets of these hosts begin: a token pasted by mistake would be published. */
const SECRET = /^(?:gh[pousr]_|github_pat_|glpat-|gloas-|gto_)/;

/** What is wrong with the settings, each as 发现…，应为…。改法：…; none where the editor is off. */
export function editorProblems(editor: EditorSettings | undefined): string[] {
  if (editor === undefined) return [];
  const { backend, repo, branch, host, appId, authProxy, folder } = editor;
  const known = BACKENDS.includes(backend);
  return [
    ...unless(known, 'backend', '代码托管的种类', backend, 'github、gitlab、forgejo 之一', BACKEND_MEND),
    ...unless(REPO.test(repo), 'repo', '代码库', repo, '“所有者/库名”', '照代码库的网址写域名以后的部分'),
    ...unless(BRANCH.test(branch), 'branch', '发布的分支', branch, '分支名，如 main', '照代码库里的分支名写'),
    ...unless(folder === undefined || FOLDER.test(folder), 'folder', '内容文件夹', folder, ...FOLDER_WORDS),
    ...notOrigin('host', '代码托管的网址', host, false),
    ...notOrigin('authProxy', '登录中转的网址', authProxy, true),
    ...(known ? neededFor(editor) : []),
    ...[appId, authProxy].filter((value) => SECRET.test(value ?? '')).map(secretProblem),
  ];
}

const BACKEND_MEND = '改为三者之一；不用编辑器的，删去整个 editor';
const FOLDER_WORDS = ['代码库里的文件夹，如 content', '写从库的顶层算起的路径，开头结尾都没有斜线'] as const;

/** What one kind of host needs and another has no use for. */
function neededFor({ backend, host, appId, authProxy }: EditorSettings): string[] {
  if (backend === 'github') {
    return [
      ...unless(!!authProxy, 'authProxy', '登录中转的网址', authProxy, ...PROXY_WORDS),
      ...unless(
        !appId,
        'appId',
        '应用编号',
        appId,
        'GitHub 不用这一项',
        '删去这一项，编号登记在登录中转那里',
      ),
    ];
  }
  return [
    ...unless(!!appId, 'appId', '应用编号', appId, ...APP_WORDS),
    ...unless(!authProxy, 'authProxy', '登录中转的网址', authProxy, `${backend} 不用这一项`, '删去这一项'),
    ...unless(
      backend === 'gitlab' || !!host,
      ...(['host', '代码托管的网址', host, 'Forgejo 所在的网址', '例如 https://git.example.org'] as const),
    ),
  ];
}

const PROXY_WORDS = [
  '以 https:// 开头的网址：GitHub 登录须经一个登录中转',
  '先设好登录中转，见帮助“在浏览器里编辑”；没有的改用 GitLab 或 Forgejo',
] as const;
const APP_WORDS = [
  '在代码托管网站登记的应用编号',
  '登记一个公开（不勾选“机密”）的应用，照抄编号，见帮助“在浏览器里编辑”',
] as const;

function notOrigin(key: string, name: string, value: string | undefined, mayHavePath: boolean): string[] {
  if (value === undefined) return [];
  const url = URL.canParse(value) ? new URL(value) : undefined;
  // Browsers let no page sign in over plain HTTP, but on the machine itself.
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === '127.0.0.1');
  const plain = url !== undefined && !url.username && !url.search && !url.hash;
  const fits = safe && plain && (mayHavePath || url.pathname === '/');
  const expected = `以 https:// 开头的网址${mayHavePath ? '' : '，不带域名以后的路径'}`;
  return unless(fits, key, name, value, expected, '例如 https://git.example.org；没有的删去这一项');
}

function secretProblem(): string {
  return '发现 src/site.config.ts 里 editor 写着像是访问令牌的内容，应为不含任何密钥的设置。改法：删去它，并到代码托管网站作废这个令牌，因为这个文件和网页人人可读。';
}

function unless(
  fits: boolean,
  key: string,
  name: string,
  value: string | undefined,
  expected: string,
  mend: string,
): string[] {
  if (fits) return [];
  const found = value ? `是“${value}”` : '没有填';
  return [`发现 src/site.config.ts 里 editor.${key}（${name}）${found}，应为${expected}。改法：${mend}。`];
}
