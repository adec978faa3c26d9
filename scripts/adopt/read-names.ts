import { EnvironmentMistake, readBase, readSiteUrl } from '../build/environment.ts';
import { readArguments, UsageError } from '../import/read-arguments.ts';
import type { Settings } from './settings.ts';

export const USAGE = `用法：npm run adopt -- --office 机关名 [选项]
由另一个教研室接手：删去原来那家的文件和登记，改写网站设置，得到一个空的、检查通过的文库。
在终端里不写选项，就逐项问。

  --office       机关名，如 云岭区教研室（必填）
  --name         网站名称；省去就不改
  --description  一句话说明文库收什么；省去就不改
  --url          网址，只到域名，如 https://www.example.org；省去就不改
  --base         网站在域名下的路径，如 /wenku/；省去就不改
  --contact      缺文件时联系谁，一行文字；省去就空着
  --keep-content 不删文件，只改设置
  --strip-content 文库已经是这个机关的，也清空重来
  --dry-run      只说会做什么，什么也不动
  --yes          不问，直接做
  --help         显示这段说明

删去的文件在 git 里都还有，做完会说怎样退回；有没提交的改动就不做。文件夹不在 git 里的，先在旁边存一份副本。
结束代码：0 已接手，1 没有做（有没提交的改动，或没有确认），2 没能进行。`;

/** What the command line asks for. */
export interface AdoptArguments {
  /** Settings as typed; judged by `readNames`. */
  typed: Partial<Record<NameOption, string>>;
  keepContent: boolean;
  stripContent: boolean;
  dryRun: boolean;
  yes: boolean;
  help: boolean;
}

/** Options that name something, in the order in which they are asked for. */
export const NAME_OPTIONS = ['office', 'name', 'description', 'url', 'base', 'contact'] as const;
export type NameOption = (typeof NAME_OPTIONS)[number];

/** Reads the command line. @throws UsageError for an unknown option or a stray word. */
export function readCommand(argv: readonly string[]): AdoptArguments {
  const [text, flag] = [{ type: 'string' }, { type: 'boolean' }] as const;
  const { values, positionals } = readArguments(argv, {
    ...{ office: text, name: text, description: text, url: text, base: text, contact: text },
    ...{ 'keep-content': flag, 'strip-content': flag, 'dry-run': flag, yes: flag },
    help: { type: 'boolean', short: 'h' },
  });
  const [stray] = positionals;
  if (stray !== undefined)
    throw new UsageError(`发现多余的“${stray}”，应只有下面列出的选项；机关名写在 --office 后面。`);
  const typed = Object.fromEntries(
    NAME_OPTIONS.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
  );
  return {
    typed,
    ...{ keepContent: values['keep-content'] ?? false, stripContent: values['strip-content'] ?? false },
    ...{ dryRun: values['dry-run'] ?? false, yes: values.yes ?? false },
    help: values.help ?? false,
  };
}

/** What the names are called. */
const LABELS: Record<NameOption, string> = {
  ...{ office: '机关名', name: '网站名称', description: '一句话说明' },
  ...{ url: '网址', base: '网站路径', contact: '联系方式' },
};

/** Judges one of the names; the value as the settings take it. @throws UsageError with what it should be. */
export const READ_NAME: Record<NameOption, (typed: string) => string> = {
  office: (typed) => someLine('office', typed),
  name: (typed) => someLine('name', typed),
  description: (typed) => someLine('description', typed),
  url: readHost,
  base: (typed) =>
    judged(() => readBase(typed.trim()), 'base', typed, '只含字母、数字、连字符与斜线的路径，如 /wenku/'),
  contact: (typed) => (typed.trim() === '' ? '' : someLine('contact', typed)),
};

/** The settings that a new office begins with. Codes and marks can only be its own, so they are emptied. */
export function newSettings(typed: AdoptArguments['typed']): Settings {
  const { office, name, description, url, base, contact } = Object.fromEntries(
    Object.entries(typed).map(([key, value]) => [key, READ_NAME[key as NameOption](value)]),
  ) as AdoptArguments['typed'];
  if (office === undefined)
    throw new UsageError('发现没有写 --office，应写明接手的机关，如 --office 云岭区教研室。');
  return {
    ...{ office, contact: contact ?? '', exampleSearches: [], imprint: {}, neighbours: [] },
    registration: { siteIdCode: '', icp: '', police: '' },
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(url === undefined ? {} : { url }),
    ...(base === undefined ? {} : { basePath: base }),
  };
}

function someLine(option: NameOption, typed: string): string {
  if (typed.trim() === '' || /\p{Cc}/u.test(typed))
    throw new UsageError(`发现${LABELS[option]}（--${option}）是空的或跨了行，应为一行文字。`);
  return typed.trim();
}

/** A site's address without path: where it lies on its host is another setting. */
function readHost(typed: string): string {
  const value = judged(
    () => readSiteUrl(typed.trim()),
    'url',
    typed,
    '完整的网址，如 https://www.example.org',
  );
  const { origin, pathname, search, hash } = new URL(value);
  if (pathname === '/' && search === '' && hash === '') return origin;
  throw new UsageError(
    `发现 --url ${typed} 带有路径，应只到域名。改法：写作 --url ${origin} --base ${pathname.replace(/\/?$/, '/')}。`,
  );
}

function judged(read: () => string, option: NameOption, typed: string, expected: string): string {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof EnvironmentMistake)) throw error;
    throw new UsageError(`发现${LABELS[option]}（--${option}）是“${typed}”，应为${expected}。`);
  }
}
