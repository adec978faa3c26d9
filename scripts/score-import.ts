import { runCommand, UsageError } from './import/read-arguments.ts';
import { scoreLaws } from './import-score/score-laws.ts';
import { scorePages } from './import-score/score-pages.ts';

const USAGE = `用法：node scripts/score-import.ts <资料文件夹>
  资料文件夹下的 gov 是存下的政府网页和 truth.json，laws 是 Markdown 的法律文本；两者有其一即可。
  逐份导入，和已知的答案比较，打印得分和每一处不符。退出码：0 全对，1 有不符，2 无法运行。`;

async function main(): Promise<number> {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) throw new UsageError('发现没有写资料文件夹，应为一个文件夹。');
  const reports = [await scorePages(folder), await scoreLaws(folder)].filter(
    (report) => report !== undefined,
  );
  for (const { lines } of reports) console.log(lines.join('\n'));
  return reports.some(({ wrong }) => wrong > 0) ? 1 : 0;
}

await runCommand(USAGE, main);
