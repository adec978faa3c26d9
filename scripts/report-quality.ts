import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import type { Issue } from '../src/lint/issue.ts';
import { mending, sentence } from '../src/lint/reporters/report.ts';
import { ContentFolderError } from '../src/load/content-fs.ts';
import { EnvironmentMistake } from './build/environment.ts';
import { located } from './check/print-report.ts';
import { checkContent } from './check-content.ts';
import { readArguments, runCommand, UsageError } from './import/read-arguments.ts';

const USAGE = `用法：npm run quality -- --out 文件
检查内容，把问题写成 GitLab 的代码质量报告（Code Quality），在合并请求的相应行上显示。
  --out       写进这个文件，如 gl-code-quality-report.json
  --help      显示这段说明
结束代码：0 没有错误（可以有警告），1 有错误（报告照样写好），2 没能进行。`;

/** One entry of the report, as far as GitLab reads it: a subset of the Code Climate format. */
interface QualityEntry {
  description: string;
  check_name: string;
  /** The same for the same problem in the next run, wherever its line has moved to. */
  fingerprint: string;
  severity: 'major' | 'minor';
  location: { path: string; lines: { begin: number } };
}

/** The report of issues whose files are relative to the repository's root. Equal problems are told apart by counting. */
export function qualityReport(issues: readonly Issue[]): QualityEntry[] {
  const seen = new Map<string, number>();
  return issues.map((issue) => {
    const key = JSON.stringify([issue.rule, issue.file, issue.found]);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return {
      description: `${sentence(issue)}${mending(issue)}`,
      check_name: issue.rule,
      fingerprint: createHash('sha256').update(`${key} ${count}`).digest('hex'),
      severity: issue.severity === 'error' ? 'major' : 'minor',
      location: { path: issue.file, lines: { begin: issue.line } },
    };
  });
}

async function main(): Promise<number> {
  const { values, positionals } = readArguments(process.argv.slice(2), {
    out: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const { out } = values;
  if (out === undefined || out.trim() === '' || positionals.length > 0)
    throw new UsageError(
      '发现没有用 --out 写明文件，应写一个。改法：npm run quality -- --out gl-code-quality-report.json。',
    );
  try {
    const dir = process.env['CONTENT_DIR'] || 'content';
    const checked = await checkContent(dir);
    const { errors, warnings } = checked;
    const report = qualityReport(located(checked, dir, 'github').issues);
    await writeFile(out, `${JSON.stringify(report, null, 2)}\n`);
    console.log(`${errors} 个错误，${warnings} 个警告，已写进 ${out}。`);
    return errors > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof ContentFolderError || error instanceof EnvironmentMistake)) throw error;
    console.error(error.message);
    return 2;
  }
}

if (import.meta.main) await runCommand(USAGE, main);
