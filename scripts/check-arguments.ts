import type { Issue } from '../src/lint/issue.ts';
import { reportGithub } from '../src/lint/reporters/github.ts';
import { reportJson } from '../src/lint/reporters/json.ts';
import { reportText } from '../src/lint/reporters/text.ts';

export const REPORTERS: Record<
  'text' | 'github' | 'json',
  (issues: readonly Issue[], files: number, drafts?: readonly string[]) => string
> = {
  text: reportText,
  github: reportGithub,
  json: reportJson,
};
export type Format = keyof typeof REPORTERS;

export const USAGE = `用法：npm run check [-- 路径…] [--format text|github|json]

检查内容文件夹（环境变量 CONTENT_DIR，默认 content）里的全部文件，一次列出所有问题。
写了路径就只报告这些文件或文件夹的问题，但仍读全部文件，因为重复的文号要对照才看得出。

  --format text     给人看的报告（默认）
  --format github   在 GitHub 合并请求的相应行上显示
  --format json     给程序读的报告
  --help            显示这段说明

结束代码：0 没有错误（可以有警告），1 有错误，2 检查没能进行。`;

/** The check was called in a way it cannot follow; the message is for the user, in Chinese. */
export class UsageError extends Error {}

export interface CheckArguments {
  paths: string[];
  format: Format;
  help: boolean;
}

/** Reads the command line. @throws UsageError for an unknown flag or format. */
export function readArguments(args: readonly string[]): CheckArguments {
  const result: CheckArguments = { paths: [], format: 'text', help: false };
  const waiting = [...args];
  for (let arg = waiting.shift(); arg !== undefined; arg = waiting.shift()) {
    if (arg === '--') result.paths.push(...waiting.splice(0));
    else if (arg === '--help' || arg === '-h') result.help = true;
    else if (arg === '--format') result.format = readFormat(waiting.shift());
    else if (arg.startsWith('--format=')) result.format = readFormat(arg.slice('--format='.length));
    else if (arg === '--fix')
      throw new UsageError(
        '发现 --fix，应为不带它的命令：自动改正还没有做好，文件没有改动。改法：去掉 --fix 运行 npm run check，照报告里每条的“改法”改。',
      );
    else if (arg.startsWith('-'))
      throw new UsageError(`发现不认识的选项 ${arg}，应为 --format 或 --help。改法：去掉它。`);
    else result.paths.push(arg);
  }
  return result;
}

function readFormat(name: string | undefined): Format {
  if (name !== undefined && Object.hasOwn(REPORTERS, name)) return name as Format;
  const found = name === undefined ? '--format 后面没有格式' : `不认识的格式 ${name}`;
  throw new UsageError(`发现${found}，应为 text、github、json 之一。改法：例如 --format json。`);
}
