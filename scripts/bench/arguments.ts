import { readArguments, UsageError } from '../import/read-arguments.ts';

export const USAGE = `用法：npm run bench -- [--docs N] [--from 文件夹] [--json 文件]
  --docs    生成多少份虚构单位的文件来测，默认 200
  --from    改用一个文件夹：内容文件夹（含 plans、summaries 或 policies），或装着 .md、.txt 文本的文件夹
  --json    把结果另存为 JSON
在临时文件夹里构建，不动本项目的内容和 dist，测完删去。
结束代码：0 测完，1 内容有错误而没有建成，2 没能进行。`;

/** Pages beyond this fill a small machine's memory with the index alone. */
const MOST_DOCS = 20_000;
const DEFAULT_DOCS = 200;

/** What to measure. */
export interface BenchArguments {
  /** How many documents to generate; meaningless when `from` is given. */
  docs: number;
  /** Folder to take instead. */
  from?: string;
  /** File to write the figures to. */
  json?: string;
  help: boolean;
}

/** Reads the command line. @throws UsageError, in Chinese, for anything that it cannot follow. */
export function readBenchArguments(argv: readonly string[]): BenchArguments {
  const text = { type: 'string' } as const;
  const { values, positionals } = readArguments(argv, {
    docs: text,
    from: text,
    json: text,
    help: { type: 'boolean', short: 'h' },
  });
  const [stray] = positionals;
  if (stray !== undefined) {
    throw new UsageError(`发现多余的“${stray}”，应只有下面列出的选项。改法：文件夹写在 --from 后面。`);
  }
  if (values.docs !== undefined && values.from !== undefined) {
    throw new UsageError('发现同时有 --docs 和 --from，应只有其中之一。改法：去掉一个。');
  }
  return {
    docs: readCount(values.docs),
    ...readPath('from', values.from),
    ...readPath('json', values.json),
    help: values.help === true,
  };
}

function readCount(typed: string | undefined): number {
  if (typed === undefined) return DEFAULT_DOCS;
  const count = /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : 0;
  if (count >= 1 && count <= MOST_DOCS) return count;
  throw new UsageError(`发现 --docs ${typed}，应为 1 到 ${MOST_DOCS} 的整数。改法：例如 --docs 200。`);
}

function readPath<Name extends 'from' | 'json'>(name: Name, typed: string | undefined) {
  if (typed === undefined) return {};
  if (typed.trim() === '') {
    throw new UsageError(`发现 --${name} 后面是空的，应为路径。改法：写上路径，或去掉它。`);
  }
  return { [name]: typed };
}
