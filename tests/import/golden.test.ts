import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBack } from '../../scripts/import/read-back.ts';
import { readSource } from '../../scripts/import/read-source.ts';
import type { Collection } from '../../src/core/collections.ts';
import { importManuscript } from '../../src/import/import-manuscript.ts';

/**
 * Each folder holds an input as it might arrive, byte for byte, and what must come of it: expected.mdx (expected-1.mdx
 * and so on when one file holds several documents) and findings.txt. Set UPDATE_GOLDEN=1 to write them anew after an
 * intended change, and read the difference before committing it.
 */
const FOLDER = import.meta.dirname;
const CASES = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());

interface Case {
  collection: Collection;
  fileName: string;
}

async function importCase(folder: string) {
  const { collection, fileName } = JSON.parse(readFileSync(path.join(folder, 'case.json'), 'utf8')) as Case;
  const bytes = readFileSync(path.join(folder, `input${path.extname(fileName)}`));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const agencies = [{ code: '云教发', issuer: '云岭区教育局' }];
  const read = await readSource(bytes, fileName);
  if (!read.ok) throw new Error(read.reason);
  const imported = importManuscript(read.manuscript, { fileName, sha256, collection, agencies, readBack });
  if (!imported.ok) throw new Error(imported.reason);
  return { drafts: imported.drafts, format: read.manuscript.format };
}

/** File name → content, of all that a case must produce. */
async function results(folder: string): Promise<Record<string, string>> {
  const { drafts, format } = await importCase(folder);
  const name = (index: number): string => (drafts.length > 1 ? `expected-${index + 1}.mdx` : 'expected.mdx');
  const report = drafts.flatMap((draft, index) => [
    `${name(index)} → ${draft.collection}，${format}，引用：${draft.cites.join('、') || '无'}`,
    ...draft.findings.map(({ kind, line, message }) => `${kind} ${line} ${message}`),
  ]);
  const files = Object.fromEntries(drafts.map((draft, index) => [name(index), draft.text]));
  return { ...files, 'findings.txt': `${report.join('\n')}\n` };
}

describe.each(CASES.map(({ name }) => name))('import of %s', async (name) => {
  const folder = path.join(FOLDER, name);
  const produced = await results(folder);

  it('gives the expected documents and findings', () => {
    for (const [file, text] of Object.entries(produced)) {
      const target = path.join(folder, file);
      if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(target, text);
      expect(text, file).toBe(existsSync(target) ? readFileSync(target, 'utf8') : '');
    }
  });

  it('gives no other documents', () => {
    const expected = readdirSync(folder).filter((file) => file.startsWith('expected'));
    expect(Object.keys(produced).filter((file) => file.startsWith('expected'))).toEqual(expected.toSorted());
  });
});
