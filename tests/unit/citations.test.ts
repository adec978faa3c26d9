import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readSnapshot, snapshotEntries } from '../../scripts/citations/content-snapshot.ts';
import { findAll } from '../../scripts/citations/find-all.ts';
import { loadExtractor } from '../../scripts/citations/load-extractor.ts';
import { readContentTexts } from '../../scripts/citations/read-texts.ts';
import { snapshotLine } from '../../scripts/citations/report.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDER = path.join(ROOT, 'tests/citations');

// One line each for the shapes of the rules, of fictional offices. After a change: `npx vitest run tests/unit/citations.test.ts -u`.
test('what is found in lines of our own making', async () => {
  const lines = (await readFile(path.join(FOLDER, 'lines.txt'), 'utf8')).trimEnd().split('\n');
  const extractor = await loadExtractor(ROOT);
  const shown = lines.map((text, index) => {
    const source = { file: 'lines.txt', docNumber: null, passages: [{ line: index + 1, text }] };
    return [text, ...findAll([source], [], extractor).map((find) => `  ${snapshotLine(find)}`)].join('\n');
  });
  await expect(`${shown.join('\n')}\n`).toMatchFileSnapshot(path.join(FOLDER, 'lines.snapshot.txt'));
});

// Documents that were edited or added since the snapshot was written say nothing of the program: they are left out.
test('what is found in the content, as of the last `npm run citations -- --snapshot`', async () => {
  const stored = readSnapshot(await readFile(path.join(FOLDER, 'content.txt'), 'utf8'));
  const { texts, codes } = await readContentTexts('content');
  const now = new Map(
    snapshotEntries(texts, codes, await loadExtractor(ROOT)).map((entry) => [entry.head, entry]),
  );
  const judged = stored.filter(({ head }) => now.has(head));
  expect(judged.map(({ head }) => now.get(head))).toEqual(judged);
});
