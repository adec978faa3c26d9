import { readArguments, UsageError } from '../import/read-arguments.ts';

export const USAGE = `用法：npm run changes -- 版本 [--format markdown|html|json] [--out 文件] [--limit 字数]
      npm run changes -- 版本 --all 文件夹
列出工作区的内容（连同没有提交的和新的文件）与一个 git 版本相比，合并以后网站会有哪些变化：哪些文件新增、改动、
删去、改名，改动的文字前后怎样，哪些网页出现或消失，多了少了哪些引用，有效性、附件、登记表怎样变。
  版本        git 认得的版本，例如 origin/main、HEAD~1；与它分叉了的，同分叉处比较
  --format    markdown（默认，可贴进评论）、html（一个网页，双击打开）、json（给程序读）
  --out       写进这个文件，不写就显示在屏幕上
  --limit     markdown 最多多少字（UTF-16 单位），放不下的按文件平均略去并注明
  --all       各种样子都写进这个文件夹：changes.html、changes.json、comment.md（评论用，不超过 60000 字）、
              summary.md（运行摘要用，不超过 300000 字）；不与上面三项同用
  --help      显示这段说明
内容文件夹由环境变量 CONTENT_DIR 指定，默认 content。不检出、不改动任何文件。
结束代码：0 列出了（有没有变化都是 0），2 没能进行。`;

export const FORMATS = ['markdown', 'html', 'json'] as const;
export type Format = (typeof FORMATS)[number];

export interface ChangesArguments {
  base: string;
  format: Format;
  /** File to write to; undefined for the screen. */
  out: string | undefined;
  limit: number | undefined;
  /** Folder that gets the report in every format. */
  all: string | undefined;
}

/** Below this there is no room for the summary. */
const LEAST = 3000;

/** Reads the command line. @throws UsageError, in Chinese, for anything that it cannot follow. */
export function readChangesArguments(argv: readonly string[]): ChangesArguments | 'help' {
  const { values, positionals } = readArguments(argv, {
    format: { type: 'string' },
    out: { type: 'string' },
    limit: { type: 'string' },
    all: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) return 'help';
  const [base, stray] = positionals;
  if (base === undefined || base.trim() === '')
    throw new UsageError(
      '发现没有写与哪个版本比较，应为一个 git 版本。改法：例如 npm run changes -- origin/main。',
    );
  if (stray !== undefined)
    throw new UsageError(`发现多余的“${stray}”，应只有一个版本。改法：去掉它；要写进文件，用 --out。`);
  const format = readFormat(values.format);
  const limit = readLimit(values.limit);
  if (limit !== undefined && format !== 'markdown')
    throw new UsageError('发现 --limit 用在 markdown 以外的格式上，应只用于 markdown。改法：去掉 --limit。');
  if (values.all !== undefined && (values.format ?? values.out ?? values.limit) !== undefined)
    throw new UsageError(
      '发现 --all 与 --format、--out 或 --limit 同用，应只用一种。改法：去掉 --all，或去掉其余的。',
    );
  if (values.all?.trim() === '')
    throw new UsageError('发现 --all 后面是空的，应为文件夹的路径。改法：写上路径，或去掉它。');
  if (values.out?.trim() === '')
    throw new UsageError('发现 --out 后面是空的，应为文件的路径。改法：写上路径，或去掉它。');
  return { base, format, out: values.out, limit, all: values.all };
}

function readFormat(name: string | undefined): Format {
  const found = FORMATS.find((format) => format === (name ?? 'markdown'));
  if (found) return found;
  throw new UsageError(
    `发现不认识的格式 ${name}，应为 ${FORMATS.join('、')} 之一。改法：例如 --format html。`,
  );
}

function readLimit(typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  const limit = Number(typed);
  if (/^\d+$/.test(typed) && limit >= LEAST) return limit;
  throw new UsageError(
    `发现 --limit 的值是“${typed}”，应为 ${LEAST} 以上的整数。改法：GitHub 的评论用 --limit 60000。`,
  );
}
