import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type * as z from 'zod';
import { parseBody } from '../../src/markdown/parse.ts';
import { DOCUMENT_SCHEMAS, type DocumentData } from '../../src/schema/documents.ts';
import { judge } from '../../src/schema/problems.ts';
import { parseSource } from '../../src/schema/source.ts';
import type { FileReport } from '../import/report.ts';

/** A reason tells what was found, what should be, and the mend. */
const REASON = /^发现[\s\S]+，应为[\s\S]+。改法：[\s\S]+/;
const BROKEN = /读入程序自身出错|导入程序自身出错|还没有读完|还不够/;

/**
 * What is wrong with what an import did to a folder that was empty before; undefined when nothing is. The folder is empty
 * again afterwards.
 */
export async function judgeImport(report: FileReport, folder: string): Promise<string | undefined> {
  const written = await filesBelow(folder);
  const expected = report.outputs
    .flatMap((output) => [output.path, ...output.files])
    .map((file) => path.resolve(file));
  const wrong =
    judgeReport(report) ??
    (written.toSorted().join('\n') === expected.toSorted().join('\n')
      ? undefined
      : `files ${written.join(', ')} instead of ${expected.join(', ')}`) ??
    (await judgeDocuments(report));
  await rm(folder, { recursive: true, force: true });
  return wrong;
}

function judgeReport({ ok, reason = '', outputs }: FileReport): string | undefined {
  if (ok) return outputs.length === 0 ? 'imported, but no document' : undefined;
  if (BROKEN.test(reason)) return `not refused but broken: ${reason}`;
  return REASON.test(reason) ? undefined : `a reason without its parts: ${reason}`;
}

async function judgeDocuments({ outputs }: FileReport): Promise<string | undefined> {
  for (const output of outputs) {
    const source = parseSource(output.collection, output.path, await readFile(output.path, 'utf8'));
    const [broken] = source.syntaxProblems;
    if (broken) return `${output.path}: ${broken.message}`;
    const judged = judge<z.ZodType<DocumentData>>(DOCUMENT_SCHEMAS[output.collection], source.frontmatter);
    if (!judged.ok) return `${output.path}: ${JSON.stringify(judged.problems)}`;
    const parsed = parseBody(source.body);
    if (!parsed.ok) return `${output.path}: ${parsed.problem.message}`;
  }
  return undefined;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => path.resolve(entry.parentPath, entry.name));
}
