/** Forms of the report. */
export const FORMATS = ['text', 'github', 'json', 'sarif'] as const;
export type Format = (typeof FORMATS)[number];

export const USAGE = `用法：npm run check [-- 路径…] [--fix] [--format text|github|json|sarif]

检查内容文件夹（环境变量 CONTENT_DIR，默认 content）里的全部文件，一次列出所有问题。
写了路径就只报告这些文件或文件夹的问题，但仍读全部文件，因为重复的文号要对照才看得出。

  --fix             先把不改变文意的问题（半角标点、看不见的字符、文号和日期的写法等）改好，再报告其余的
  --format text     给人看的报告（默认）
  --format github   在 GitHub 合并请求的相应行上显示，错误在前；在 GitHub 上运行时，另把全部问题写进运行摘要
  --format json     给程序读的报告
  --format sarif    SARIF 2.1.0，给代码扫描和编辑器读
  --help            显示这段说明

文件多时，没有改动的文件用上一次检查的所得（存在 node_modules/.cache/check，可以随时删去），结果不变。
不必改的问题写进内容文件夹的 exceptions.yml，注明理由，见帮助 /help/exceptions/。

结束代码：0 没有错误（可以有警告），1 有错误，2 检查没能进行。`;

/** The check was called in a way it cannot follow; the message is for the user, in Chinese. */
export class UsageError extends Error {}

export interface CheckArguments {
  paths: string[];
  format: Format;
  fix: boolean;
  help: boolean;
}

/** Reads the command line. @throws UsageError for an unknown flag or format. */
export function readArguments(args: readonly string[]): CheckArguments {
  const result: CheckArguments = { paths: [], format: 'text', fix: false, help: false };
  const waiting = [...args];
  for (let arg = waiting.shift(); arg !== undefined; arg = waiting.shift()) {
    if (arg === '--') result.paths.push(...waiting.splice(0));
    else if (arg === '--help' || arg === '-h') result.help = true;
    else if (arg === '--format') result.format = readFormat(waiting.shift());
    else if (arg.startsWith('--format=')) result.format = readFormat(arg.slice('--format='.length));
    else if (arg === '--fix') result.fix = true;
    else if (arg.startsWith('-'))
      throw new UsageError(`发现不认识的选项 ${arg}，应为 --fix、--format 或 --help。改法：去掉它。`);
    else result.paths.push(arg);
  }
  return result;
}

function readFormat(name: string | undefined): Format {
  const format = FORMATS.find((known) => known === name);
  if (format) return format;
  const found = name === undefined ? '--format 后面没有格式' : `不认识的格式 ${name}`;
  throw new UsageError(`发现${found}，应为 ${FORMATS.join('、')} 之一。改法：例如 --format json。`);
}
