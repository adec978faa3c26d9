import { existsSync } from 'node:fs';
import path from 'node:path';
import { isCollection } from '../src/core/collections.ts';
import { readContent } from '../src/load/content-fs.ts';
import { gatherFiles } from './import/gather-files.ts';
import { type ImportOptions, importFile } from './import/import-files.ts';
import { takenBy } from './import/name-targets.ts';
import { readArguments, runCommand, UsageError } from './import/read-arguments.ts';
import { type FileReport, formatReport, type ImportReport } from './import/report.ts';

const USAGE = `用法：npm run import -- <文件或文件夹……> --to plans|summaries|policies [选项]
  --to        放进哪一类：plans 工作计划、summaries 工作总结、policies 政策文件
  --out DIR   写到哪个内容文件夹，省去时为 CONTENT_DIR 或 content
  --dry-run   只看报告，不写文件
  --force     覆盖已有的同名文件
  --json      报告用 JSON 输出
现在支持纯文本：.txt 和按文字读入的 .md，编码可为 UTF-8、UTF-16、GB18030（含 GBK、GB2312）。
退出码：0 全部导入，1 有文件未导入（其余已导入），2 无法运行。`;

interface Command extends ImportOptions {
  inputs: string[];
  json: boolean;
  contentDir: string;
}

function readCommand(argv: readonly string[]): Command | 'help' {
  const { values, positionals } = readArguments(argv, {
    to: { type: 'string' },
    out: { type: 'string' },
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
    contentDir,
  };
}

async function run(command: Command): Promise<ImportReport> {
  const { files, refused } = await gatherFiles(command.inputs);
  if (files.length === 0 && refused.length === 0) {
    throw new UsageError('发现所给的文件夹里没有文件，应为至少一个 .txt 或 .md 文件。');
  }
  const library = existsSync(command.out) ? await readContent(command.out) : undefined;
  const known = existsSync(command.contentDir) ? await readContent(command.contentDir) : library;
  const taken = takenBy(library);
  const reports: FileReport[] = refused.map(({ file, reason }) => ({ file, ok: false, reason, outputs: [] }));
  for (const [index, file] of files.entries()) {
    reports.push(await importFile(file, command, known, taken));
    showProgress(index + 1, files.length);
  }
  const imported = reports.filter(({ ok }) => ok).length;
  return { dryRun: command.dryRun, imported, refused: reports.length - imported, files: reports };
}

/** Progress goes to the error stream, so that a redirected report stays clean. */
function showProgress(done: number, total: number): void {
  if (total < 20) return;
  const step = Math.ceil(total / 20);
  if (done % step === 0 || done === total) process.stderr.write(`已处理 ${done}/${total}\n`);
}

async function main(): Promise<number> {
  const command = readCommand(process.argv.slice(2));
  if (command === 'help') {
    console.log(USAGE);
    return 0;
  }
  const report = await run(command);
  const where = path.relative('.', command.out) || '.';
  if (command.json) console.log(JSON.stringify(report, null, 2));
  else console.log(formatReport(report) + (report.imported > 0 && !command.dryRun ? nextStep(where) : ''));
  return report.refused > 0 ? 1 : 0;
}

function nextStep(where: string): string {
  return `下一步：逐项核对“需编者过目”和“推断”，在 ${where} 里修改文件，再运行 npm run check。`;
}

await runCommand(USAGE, main);
