import { stat } from 'node:fs/promises';
import path from 'node:path';
import { isCollection } from '../src/core/collections.ts';
import { readArguments, runCommand, UsageError } from './import/read-arguments.ts';
import { formatMarkdownReport, formatReport } from './import/report.ts';
import { type ImportRun, runImport } from './import/run-import.ts';
import { writeFiles } from './import/write-files.ts';

const USAGE = `用法：npm run import -- <文件或文件夹……> --to plans|summaries|policies [选项]
  --to           放进哪一类：plans 工作计划、summaries 工作总结、policies 政策文件
  --out DIR      写到哪个内容文件夹，省去时为 CONTENT_DIR 或 content
  --dry-run      试运行：只看报告和将写入的内容，不写文件
  --force        覆盖已有的同名文件，连同图片
  --json         报告用 JSON 输出
  --report FILE  另存一份 Markdown 报告，可附在合并请求里
支持的格式（按内容辨认，扩展名写错也能认）：
  .docx          最好：标题、表格、脚注、图片都带入
  .doc .wps      Word 97-2003 和 WPS 文字；装有 LibreOffice 时图片也带入（SOFFICE_PATH 可指明它的位置）
  .html .htm     网页，包括 Word 存成的网页
  .pdf           要有文字层；段落靠版面推断，表格按文字行
  .txt .md       UTF-8、UTF-16、GB18030（含 GBK、GB2312）
别的格式在 WPS 或 Word 里打开，另存为 .docx。每个文件最大 50 MB，纯文本 5 MB，读入限 60 秒。
退出码：0 全部导入，1 有文件未导入（其余已导入），2 无法运行。`;

interface Command extends ImportRun {
  json: boolean;
  /** Where a Markdown report goes. */
  report: string | undefined;
}

function readCommand(argv: readonly string[]): Command | 'help' {
  const { values, positionals } = readArguments(argv, {
    to: { type: 'string' },
    out: { type: 'string' },
    report: { type: 'string' },
    'dry-run': { type: 'boolean' },
    force: { type: 'boolean' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) return 'help';
  if (positionals.length === 0) throw new UsageError('发现没有写要导入的文件，应为至少一个文件或文件夹。');
  const to = values.to;
  if (to === undefined || !isCollection(to)) {
    const found = to === undefined ? '没有写 --to' : `--to ${to}`;
    throw new UsageError(`发现${found}，应为 --to plans、--to summaries 或 --to policies。`);
  }
  const contentDir = process.env['CONTENT_DIR'] || 'content';
  return {
    inputs: positionals,
    collection: to,
    out: values.out ?? contentDir,
    dryRun: values['dry-run'] ?? false,
    force: values.force ?? false,
    json: values.json ?? false,
    report: values.report,
    contentDir,
  };
}

async function main(): Promise<number> {
  const command = readCommand(process.argv.slice(2));
  if (command === 'help') {
    console.log(USAGE);
    return 0;
  }
  if (command.report !== undefined) await checkReportPath(command.report);
  const report = await runImport(command);
  const where = path.relative('.', command.out) || '.';
  if (command.json) console.log(JSON.stringify(report, null, 2));
  else console.log(formatReport(report) + (report.imported > 0 && !command.dryRun ? nextStep(where) : ''));
  if (command.report !== undefined)
    await writeFiles([{ path: command.report, text: formatMarkdownReport(report) }], true);
  return report.refused + report.notReached > 0 ? 1 : 0;
}

/** A report that could not be written would be noticed only when all is imported. */
async function checkReportPath(file: string): Promise<void> {
  const info = await stat(file).catch(() => undefined);
  if (info?.isDirectory()) throw new UsageError(`发现 --report ${file} 是文件夹，应为文件名。`);
}

function nextStep(where: string): string {
  return `下一步：逐项核对“需编者过目”和“推断”，在 ${where} 里修改文件，再运行 npm run check。`;
}

await runCommand(USAGE, main);
