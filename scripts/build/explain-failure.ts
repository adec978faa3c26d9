/**
 * Errors whose message is written for the user. Told by name, because Astro loads some of our modules a second time,
 * so that their classes are other classes.
 */
const WORDED = new Set([
  'ContentFolderError',
  'ContentRefused',
  'EditorUnavailable',
  'EnvironmentMistake',
  'ExportMistake',
  'InvalidDocumentError',
  'OutputFolderMistake',
  'ReleaseMistake',
  'SearchIndexError',
]);

/** What the system refuses: what it found, what should be there, and what to do. */
interface Refusal {
  found: string;
  expected: string;
  mend: string;
}

const MOVE = '生成网站的换 OUT_DIR，离线版换 --out';
const LEAVE: Refusal = {
  found: '没有权限',
  expected: '有权限读写的文件和文件夹',
  mend: `检查它和上级文件夹的权限，或换一个位置（${MOVE}）`,
};
const FULL: Refusal = {
  found: '磁盘已满',
  expected: '有空余的磁盘',
  mend: `腾出空间，或换到别的磁盘（${MOVE}），再运行一次`,
};
const TOO_MANY: Refusal = {
  found: '同时打开的文件太多',
  expected: '系统允许的数量以内',
  mend: '关掉别的程序再运行；仍不行的，放宽系统的限制（Linux 上是 ulimit -n 4096）',
};

/** By the system's code. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  EACCES: LEAVE,
  EPERM: LEAVE,
  EROFS: { found: '那里是只读的', expected: '可以写的位置', mend: `换一个位置（${MOVE}）` },
  EBUSY: { found: '正被别的程序占用', expected: '没有占用的文件', mend: '关掉用着它的程序，再运行一次' },
  ETXTBSY: { found: '正被别的程序占用', expected: '没有占用的文件', mend: '关掉用着它的程序，再运行一次' },
  ENOSPC: FULL,
  EDQUOT: { ...FULL, found: '分给这个用户的磁盘用完了', expected: '有空余的配额' },
  EFBIG: { ...FULL, found: '文件超过系统允许的大小', expected: '系统允许的大小以内' },
  EIO: {
    found: '磁盘读写出错',
    expected: '完好的磁盘',
    mend: '先把内容复制到别的磁盘，再检查这个磁盘（网络盘看看是否断开）',
  },
  ENOENT: {
    found: '找不到了',
    expected: '在原处的文件',
    mend: '看看是不是别的程序正在移动或删除它，停下来再运行一次；在 node_modules 里的，先运行 npm ci',
  },
  ENOTDIR: {
    found: '路径中有一段是文件，不是文件夹',
    expected: '文件夹',
    mend: '移开那个文件，或换一个位置',
  },
  EISDIR: { found: '那里是文件夹，不是文件', expected: '文件', mend: '移开那个文件夹，或换一个位置' },
  ENOTEMPTY: { found: '那里已有别的文件', expected: '空着的位置', mend: '移开那里的文件，或换一个位置' },
  EEXIST: { found: '那里已有同名的文件', expected: '空着的位置', mend: '移开那个文件，或换一个位置' },
  ENAMETOOLONG: {
    found: '名称太长',
    expected: '系统放得下的名称（多为 255 字节，一个汉字占 3 字节）',
    mend: '缩短文件名，或换到一个路径短些的文件夹',
  },
  ELOOP: { found: '链接绕成了圈', expected: '指向文件的链接', mend: '删去那个链接，放上文件本身' },
  EMFILE: TOO_MANY,
  ENFILE: TOO_MANY,
};

const NO_MEMORY =
  '发现内存不够，没有做完，应为放得下这次运行的内存。改法：关掉别的程序再运行；机器内存还有余的，放宽程序的上限，例如 NODE_OPTIONS=--max-old-space-size=4096 npm run build；原有的未动。';
const MEMORY_CODES = new Set(['ENOMEM', 'ERR_WORKER_OUT_OF_MEMORY', 'ERR_MEMORY_ALLOCATION_FAILED']);

/** How far an error may be wrapped in others. */
const DEEPEST = 5;

/**
 * The message for a user's mistake or a refusal of the system, also where other errors were wrapped around it;
 * undefined for a fault of the program.
 */
export function explainFailure(error: unknown): string | undefined {
  let inner: unknown = error;
  for (let depth = 0; depth < DEEPEST && inner instanceof Error; depth++) {
    const message = explainOne(inner);
    if (message !== undefined) return message;
    inner = inner instanceof AggregateError ? inner.errors[0] : inner.cause;
  }
  return undefined;
}

function explainOne(error: Error): string | undefined {
  if (WORDED.has(error.name)) return error.message;
  if (BY_WORDS.has(error.name)) return explainWords(error.message);
  const { code = '', path, dest, syscall } = error as NodeJS.ErrnoException & { dest?: string };
  if (MEMORY_CODES.has(code) || isOutOfBuffers(error)) return NO_MEMORY;
  const refusal = REFUSALS[code];
  // Without the call that was refused, or the system's own words, it is some library's own code of that name.
  const isOfSystem = syscall !== undefined || path !== undefined || error.message.startsWith(`${code}:`);
  if (!refusal || !isOfSystem) return undefined;
  const where = [path, dest].filter((each) => each !== undefined).join(' → ');
  return describe(refusal, where);
}

/**
 * The compiler is a process of its own, and pages are made by threads: of what the system refused them only their words
 * come here.
 */
const BY_WORDS = new Set(['ProgramFault', 'PageFailure']);

function explainWords(words: string): string | undefined {
  if (/heap out of memory|ERR_WORKER_OUT_OF_MEMORY/.test(words)) return NO_MEMORY;
  const [, code = '', path] = /\b(E[A-Z]{3,}): [^,\n]*, \w+(?: '([^'\n]+)')?/.exec(words) ?? [];
  const refusal = REFUSALS[code];
  return refusal && describe(refusal, path ?? '');
}

function describe({ found, expected, mend }: Refusal, where: string): string {
  // A call that writes into an open file names none.
  const what = where === '' ? '文件' : ` ${where} `;
  return `发现${what}不能读写（${found}），应为${expected}。改法：${mend}；那里原有的未动。`;
}

/** What V8 says when it gets no memory for a buffer. */
function isOutOfBuffers(error: Error): boolean {
  return (
    error instanceof RangeError &&
    /^(?:Array buffer allocation failed|Invalid string length)/.test(error.message)
  );
}
