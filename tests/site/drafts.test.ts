import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { expect, inject, it } from 'vitest';

/**
 * What only the draft tests/fixtures/library/plans/2013-draft.mdx says: a character of its title, issuer, text and
 * attachment, its number, the number that it alone cites, its addresses.
 */
const TRACES = ['鼹', 'yanshu', 'yunjiaoyanzi-2013-99', '〔2013〕99号', '云教鼹字'];

/** A file as it is and, where it is packed, as what is in it. */
function* readings(file: string, bytes: Buffer): Generator<Uint8Array> {
  yield bytes;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) yield gunzipSync(bytes);
  if (file.endsWith('.docx')) yield* Object.values(unzipSync(bytes));
}

/** Every way in which pages, data and addresses write a text. */
function spellings(text: string): string[] {
  const escaped = [...text].map((c) => (/[ -~]/.test(c) ? c : `\\u${c.charCodeAt(0).toString(16)}`)).join('');
  const entities = [...text]
    .map((c) => (/[ -~]/.test(c) ? c : `&#x${c.charCodeAt(0).toString(16)};`))
    .join('');
  return [text, encodeURIComponent(text), escaped, entities, entities.toUpperCase()];
}

async function tracesIn(dir: string, traces: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const file = path.relative(dir, path.join(entry.parentPath, entry.name));
    const names = traces.filter((trace) => file.includes(trace)).map((trace) => `name: ${trace}`);
    const texts = entry.isFile() ? [...readings(file, await readFile(path.join(dir, file)))] : [];
    const told = traces.filter((trace) =>
      spellings(trace).some((spelling) => texts.some((bytes) => Buffer.from(bytes).includes(spelling))),
    );
    found.push(...[...names, ...told].map((trace) => `${file}: ${trace}`));
  }
  return found;
}

it.each(['fixtureSite', 'offlineSite'] as const)('nothing of a draft is in the %s', async (site) => {
  expect(await tracesIn(inject(site), TRACES)).toEqual([]);
});

it('the same search finds what is published, packed files included', async () => {
  const found = await tracesIn(inject('fixtureSite'), ['推门听课', '课改']);
  expect(found.filter((place) => place.includes('.docx: 推门听课'))).not.toEqual([]);
  expect(found.filter((place) => /\.pf_(?:index|fragment)|search\//.test(place))).not.toEqual([]);
});
