import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CheckStage } from '../check-content.ts';
import { changeOneDocument } from './change-document.ts';
import { describeMachine, type MachineFigures } from './machine.ts';
import { count, megabytes, printTable, seconds } from './print-table.ts';
import { BuildFailed } from './run-build.ts';
import { runProcess } from './run-process.ts';

/** One check. Times in milliseconds of wall clock. */
export interface CheckFigures {
  /** From the start of the process to its end. */
  readonly totalMs: number;
  /** Loading the program. */
  readonly startMs: number;
  /** Reading, parsing and judging each document, and finding what it cites. */
  readonly examineMs: number;
  /** Working out which addresses the site will have. */
  readonly addressesMs: number;
  /** Judging the documents together. */
  readonly rulesMs: number;
  /** In bytes; null where it can't be told. */
  readonly peakBytes: number | null;
}

/** What a run with `--only check` measured: what `--json` writes. */
export interface CheckRun {
  readonly machine: MachineFigures;
  readonly content: { what: string; documents: number; characters: number };
  readonly checks: { first: CheckFigures; unchanged: CheckFigures; oneChanged: CheckFigures };
}

const SCRIPT = fileURLToPath(new URL('timed-check.ts', import.meta.url));

/** Checks a content folder three times: with nothing known, with nothing changed, and with one document changed. */
export async function measureCheck(
  contentDir: string,
  cacheDir: string,
  what: string,
  progress: (step: string) => void,
): Promise<CheckRun> {
  const content = { what, ...(await measureTexts(contentDir)) };
  progress('第一次检查');
  const first = await runCheck(contentDir, cacheDir);
  progress('不改内容再检查');
  const unchanged = await runCheck(contentDir, cacheDir);
  await changeOneDocument(contentDir);
  progress('改一份文件再检查');
  const oneChanged = await runCheck(contentDir, cacheDir);
  return { machine: describeMachine(), content, checks: { first, unchanged, oneChanged } };
}

async function runCheck(contentDir: string, cacheDir: string): Promise<CheckFigures> {
  const began = performance.now();
  const times = new Map<CheckStage | 'start', number>();
  const run = await runProcess(SCRIPT, {
    args: [cacheDir],
    env: { CONTENT_DIR: contentDir },
    onMessage: (stage) => times.set(stage as CheckStage, performance.now() - began),
  });
  if (run.code !== 0) throw new BuildFailed(`${run.output}\n内容有错误，改法：先运行 npm run check。`.trim());
  const at = (stage: CheckStage | 'start'): number => times.get(stage) ?? 0;
  return {
    totalMs: run.ms,
    startMs: at('start'),
    examineMs: at('examine') - at('start'),
    addressesMs: at('addresses') - at('examine'),
    rulesMs: at('rules') - at('addresses'),
    peakBytes: run.peakBytes,
  };
}

/** How many documents there are, and the characters of their files. */
async function measureTexts(dir: string): Promise<{ documents: number; characters: number }> {
  const entries = await readdir(dir, { recursive: true });
  const files = entries.filter((entry) => /\.mdx?$/.test(entry));
  let characters = 0;
  for (const file of files) characters += (await readFile(path.join(dir, file), 'utf8')).length;
  return { documents: files.length, characters };
}

/** The figures as text for people. */
export function reportCheck({ machine, content, checks }: CheckRun): string {
  const row = (label: string, check: CheckFigures): string[] => [
    label,
    ...[check.totalMs, check.startMs, check.examineMs, check.addressesMs, check.rulesMs].map(seconds),
    check.peakBytes === null ? 'n/a' : megabytes(check.peakBytes),
  ];
  return [
    `${count(content.documents)} documents, ${count(content.characters)} characters: ${content.what}`,
    `${machine.cores} cores, ${Math.round(machine.memoryBytes / 2 ** 30)} GiB, ${machine.platform}, Node ${machine.node}`,
    printTable('Check', [
      ['', 'total', 'start', 'documents', 'addresses', 'rules', 'peak memory'],
      row('first', checks.first),
      row('nothing changed', checks.unchanged),
      row('one changed', checks.oneChanged),
    ]),
  ].join('\n');
}
