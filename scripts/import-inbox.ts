import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { INBOX_MARKER, renderMarkdown } from '../src/changes/render-markdown.ts';
import { ContentFolderError } from '../src/load/content-fs.ts';
import { readArguments, runCommand, UsageError } from './import/read-arguments.ts';
import { formatReport } from './import/report.ts';
import { convertInbox, type InboxEntry } from './inbox/convert-inbox.ts';
import { inboxView } from './inbox/report.ts';

const USAGE = `用法：npm run inbox [-- --dry-run] [--keep] [--force] [--report 文件]
把收件箱（内容文件夹里的 inbox）里的文件逐个转换成网站用的文件，放进 plans、summaries 或 policies。
放在 inbox/plans、inbox/summaries、inbox/policies 里的归入那一类；直接放在 inbox 里的，看题名是计划、总结还是别的。
转换好的，原件从收件箱移走；转换不了的留在原处，说明原因。
  --dry-run   只看报告，不写文件，不移走原件
  --keep      原件留作附件（files/originals），在转换出的文件里登记
  --force     覆盖已有的同名文件
  --report    另把报告写成 Markdown 文件，可贴进合并请求的评论
结束代码：0 全部转换或收件箱是空的，1 有文件没有转换（其余已转换），2 没能进行。`;

/** A comment of GitHub holds 65,536 characters. */
const LONGEST_REPORT = 60_000;

async function main(): Promise<number> {
  const { values, positionals } = readArguments(process.argv.slice(2), {
    'dry-run': { type: 'boolean' },
    keep: { type: 'boolean' },
    force: { type: 'boolean' },
    report: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const [stray] = positionals;
  if (stray !== undefined)
    throw new UsageError(
      `发现多余的“${stray}”，应只有下面列出的选项。改法：要转换的文件先放进收件箱；单独导入一个文件用 npm run import。`,
    );
  const { 'dry-run': dryRun = false, keep = false, force = false, report } = values;
  const contentDir = process.env['CONTENT_DIR'] || 'content';
  try {
    const { entries, finished, stopped } = await convertInbox(
      { contentDir, dryRun, keep, force },
      showProgress,
    );
    print(entries, finished, dryRun);
    if (report !== undefined) await writeReport(report, entries, dryRun);
    if (stopped !== undefined) console.error(stopped);
    return stopped !== undefined || entries.some(({ ok }) => !ok) ? 1 : 0;
  } catch (error) {
    if (!(error instanceof ContentFolderError)) throw error;
    console.error(error.message);
    return 2;
  }
}

function print(entries: readonly InboxEntry[], finished: string[], dryRun: boolean): void {
  if (entries.length === 0 && finished.length === 0) {
    console.log('收件箱是空的，没有要转换的文件。');
    return;
  }
  const refused = entries.filter(({ ok }) => !ok).length;
  const imported = entries.length - refused;
  console.log(formatReport({ dryRun, imported, refused, notReached: 0, finished, files: [...entries] }));
  if (imported > 0 && !dryRun)
    console.log('下一步：逐项核对“需编者过目”和“推断”，修改转换出的文件，再运行 npm run check。');
  if (refused > 0) console.log('没有转换的还在收件箱里。');
}

async function writeReport(file: string, entries: readonly InboxEntry[], dryRun: boolean): Promise<void> {
  const text = renderMarkdown(inboxView(entries, dryRun), { marker: INBOX_MARKER, limit: LONGEST_REPORT });
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  } catch {
    throw new UsageError(`发现 ${file} 写不进去，应为有写权限的路径。改法：换一个 --report。`);
  }
}

/** Beside the report, which may be redirected. */
function showProgress(done: number, all: number): void {
  if (all >= 20 && (done % Math.ceil(all / 20) === 0 || done === all))
    process.stderr.write(`已处理 ${done}/${all}\n`);
}

if (import.meta.main) await runCommand(USAGE, main);
