/** Reads a built site for the export: what its data files say, and the text of its pages, one after the other. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { compareText } from '../../src/core/compare-text.ts';
import { groupBy } from '../../src/core/group-by.ts';
import { citationRow, documentRow } from '../../src/schema/api.ts';
import type { ExportedDocument } from '../../src/schema/export.ts';
import { exportDocument } from '../../src/search/export-document.ts';
import { readDocument } from '../search-index/documents.ts';
import { folderIdentity } from '../steady-files.ts';

/** A site that can't be exported; the message tells the user what to do. */
export class ExportMistake extends Error {
  override readonly name = 'ExportMistake';
}

/** More would hide the first ones, which mostly have the same cause. */
const MOST_PROBLEMS = 20;

/** The documents of the site in `outDir`, by id. @throws ExportMistake, or SearchIndexError for a page */
export async function* readSite(outDir: string, base: string): AsyncGenerator<ExportedDocument> {
  const site = folderIdentity(outDir);
  const rows = await readRows(outDir, 'documents', z.array(documentRow));
  const citations = groupBy(await readRows(outDir, 'citations', z.array(citationRow)), ({ from }) => from);
  for (const row of rows.sort((a, b) => compareText(a.id, b.id))) {
    const { page } = readDocument(outDir, base, row);
    yield exportDocument(row, citations.get(row.id) ?? [], page);
  }
  if (folderIdentity(outDir) === site) return;
  throw new ExportMistake(
    `发现导出时 ${outDir} 换成了新生成的网站，应为导出时不变的网站。改法：等生成完成，再运行一次；原来的导出未动。`,
  );
}

async function readRows<Row>(
  outDir: string,
  name: 'documents' | 'citations',
  schema: z.ZodType<Row[]>,
): Promise<Row[]> {
  const file = path.join(outDir, 'api', `${name}.json`);
  if (!existsSync(file)) {
    throw new ExportMistake(
      `发现 ${outDir} 里没有 api/${name}.json，应为 npm run build 生成的网站。改法：先运行 npm run build；网站在别处的，写明 OUT_DIR=文件夹。`,
    );
  }
  const data = parseJson(await readFile(file, 'utf8'), file);
  const { success, data: rows, error } = schema.safeParse(data);
  if (success) return rows;
  const problems = error.issues.map(({ path: at }) => describeProblem(file, name, data, at));
  const more = problems.length - MOST_PROBLEMS;
  const shown = problems.slice(0, MOST_PROBLEMS).join('\n');
  throw new ExportMistake(
    `${shown}${more > 0 ? `\n另有 ${more} 处。` : ''}\n改法：用现在的程序重新生成网站（npm run build），再导出。`,
  );
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ExportMistake(
      `发现 ${file} 不是 JSON，应为网站的数据文件。改法：重新生成网站（npm run build），再导出。`,
    );
  }
}

function describeProblem(file: string, name: string, data: unknown, at: readonly PropertyKey[]): string {
  const [index, ...keys] = at;
  const expected = `应为 /api/schema/${name}.json 所说的样子。`;
  if (typeof index !== 'number') return `发现 ${file} 不是列表，${expected}`;
  let found = data;
  for (const key of at) found = isRecord(found) ? found[key] : undefined;
  const value = found === undefined ? '没有' : `是 ${JSON.stringify(found)}`;
  return `发现 ${file} 第 ${index + 1} 项的 ${keys.join('.') || '内容'} ${value}，${expected}`;
}

const isRecord = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null;
