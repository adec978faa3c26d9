export const USAGE = `用法：npm run citations [-- --against 版本] [--from 文件夹或文件]… [--fail-on-loss]
      npm run citations -- --snapshot

用工作区的程序和某个版本的程序分别在全部文本里找文号和题名，列出得到的、失去的和改变的，每处一行。
读内容文件夹（环境变量 CONTENT_DIR，默认 content）里的全部文件，再加 --from 给出的 .md .mdx .txt .html .jsonl 文件。

  --against 版本     拿来对照的 git 版本，默认 HEAD
  --from 路径        再读这个文件夹或文件，可以写几次
  --fail-on-loss     有失去或改变的就以 1 结束
  --snapshot         不作对照，只重写 tests/citations/content.txt（内容里每处文号和题名的记录）
  --help             显示这段说明

结束代码：0 比较完了，1 有失去或改变的（只在 --fail-on-loss 时），2 没能比较。`;

/** The comparison was called in a way it cannot follow, or cannot be made; the message is for the user. */
export class ComparisonError extends Error {
  override readonly name = 'ComparisonError';
}

export interface ComparisonArguments {
  against: string;
  from: string[];
  failOnLoss: boolean;
  snapshot: boolean;
  help: boolean;
}

/** Reads the command line. @throws ComparisonError for what it does not know. */
export function readArguments(args: readonly string[]): ComparisonArguments {
  const result: ComparisonArguments = {
    against: 'HEAD',
    from: [],
    failOnLoss: false,
    snapshot: false,
    help: false,
  };
  const waiting = [...args];
  for (let arg = waiting.shift(); arg !== undefined; arg = waiting.shift()) {
    const [flag = '', inline] = arg.startsWith('--') ? arg.split(/=(.*)/su) : [arg];
    if (flag === '--against') result.against = readValue(flag, inline ?? waiting.shift(), '版本', 'main');
    else if (flag === '--from')
      result.from.push(readValue(flag, inline ?? waiting.shift(), '路径', '../文件夹'));
    else if (flag === '--fail-on-loss') result.failOnLoss = true;
    else if (flag === '--snapshot') result.snapshot = true;
    else if (flag === '--help' || flag === '-h') result.help = true;
    else
      throw new ComparisonError(
        `发现${arg.startsWith('-') ? '不认识的选项' : '多余的字'} ${arg}，应为 --against、--from、--fail-on-loss 或 --snapshot。改法：去掉它；要读的文件夹写在 --from 后面。`,
      );
  }
  return result;
}

function readValue(flag: string, value: string | undefined, what: string, example: string): string {
  if (value !== undefined && value !== '' && !value.startsWith('-')) return value;
  throw new ComparisonError(`发现 ${flag} 后面没有${what}，应写一个${what}。改法：例如 ${flag} ${example}。`);
}
