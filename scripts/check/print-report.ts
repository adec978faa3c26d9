import { existsSync } from 'node:fs';
import { appendFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { Issue } from '../../src/lint/issue.ts';
import { reportGithub } from '../../src/lint/reporters/github.ts';
import { reportJobSummary } from '../../src/lint/reporters/job-summary.ts';
import { reportJson } from '../../src/lint/reporters/json.ts';
import type { Report } from '../../src/lint/reporters/report.ts';
import { reportSarif, type SarifRule } from '../../src/lint/reporters/sarif.ts';
import { reportText } from '../../src/lint/reporters/text.ts';
import { RULES } from '../../src/lint/rules/index.ts';
import { parseSource } from '../../src/schema/source.ts';
import { siteConfig } from '../../src/site.config.ts';
import { ROOT } from '../check-addresses.ts';
import type { Format } from '../check-arguments.ts';

/**
 * The report on the content folder `dir` in a format. On GitHub the `github` format also goes into the run's summary
 * (GITHUB_STEP_SUMMARY), which has room for all of it.
 */
export async function printReport(report: Report, dir: string, format: Format): Promise<string> {
  const shown = located(report, dir, format);
  if (format === 'json') return reportJson(shown);
  if (format === 'text') return reportText(shown);
  if (format === 'sarif') return reportSarif(shown, await sarifRules());
  const summaryFile = process.env['GITHUB_STEP_SUMMARY'];
  if (summaryFile) await appendFile(summaryFile, reportJobSummary(shown));
  return reportGithub(shown);
}

/**
 * The report with its files as its reader opens them: below the content folder for programs, from the repository's
 * root for GitHub and code scanning, else from the folder where the command runs.
 */
export function located(report: Report, dir: string, format: Format): Report {
  if (format === 'json') return report;
  const base = format === 'text' ? process.cwd() : repositoryRoot(path.resolve(dir));
  const move = <Found extends Issue>(issue: Found): Found => {
    const full = path.resolve(dir, issue.file);
    const relative = path.relative(base, full);
    return { ...issue, file: (relative.startsWith('..') ? full : relative).split(path.sep).join('/') };
  };
  return { ...report, issues: report.issues.map(move), excepted: report.excepted.map(move) };
}

function repositoryRoot(from: string): string {
  for (let at = from; at !== path.dirname(at); at = path.dirname(at))
    if (existsSync(path.join(at, '.git'))) return at;
  return process.cwd();
}

/** The rules with their titles, from their pages, and the addresses of these. */
async function sarifRules(): Promise<SarifRule[]> {
  const site = process.env['SITE_URL'] || siteConfig.url;
  const base = (process.env['BASE_PATH'] || siteConfig.basePath).replace(/^\/*|\/*$/g, '');
  const pages = [site.replace(/\/+$/, ''), ...(base === '' ? [] : [base]), 'help/rules'].join('/');
  return Promise.all(
    RULES.map(async ({ id, severity }) => {
      const page = await readFile(path.join(ROOT, `content/rules/${id}.mdx`), 'utf8');
      const { title } = parseSource('plans', id, page).frontmatter as { title: string };
      return { id, severity, title, helpUri: `${pages}/${id}/` };
    }),
  );
}
