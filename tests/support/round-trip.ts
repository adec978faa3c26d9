import { expect } from 'vitest';
import * as z from 'zod';
import { readBack } from '../../scripts/import/read-back.ts';
import type { Collection } from '../../src/core/collections.ts';
import { importManuscript } from '../../src/import/import-manuscript.ts';
import type { Draft } from '../../src/import/make-draft.ts';
import { findDifference } from '../../src/import/verify.ts';
import { parseSource } from '../../src/schema/source.ts';
import { packWordFile } from '../../src/site/pack-word-file.ts';
import { readBytes } from './docx-manuscript.ts';
import { pageText, wordSource } from './word-source.ts';

/** What a Word file's head says of its document. */
export interface Named {
  title: string;
  docNumber: string | null;
  issuer: string;
}

/** The draft made from the Word file that the library makes of a body. */
export async function reimported(body: string, document: Named, collection: Collection): Promise<Draft> {
  const source = wordSource(body);
  const bytes = packWordFile({ ...source, document: { ...source.document, ...document } });
  const context = { fileName: '导出.docx', sha256: 'a'.repeat(64), collection, agencies: [], readBack };
  const imported = importManuscript(readBytes(bytes), context);
  if (!imported.ok) throw new Error(imported.reason);
  const [draft, ...more] = imported.drafts;
  if (!draft || more.length > 0) throw new Error('not one draft');
  return draft;
}

/** Expects that a content file, made into a Word file and imported again, says the same. */
export async function expectSameAfterWord(collection: Collection, content: string): Promise<void> {
  const { frontmatter, body } = parseSource(collection, 'x.mdx', content);
  const { title, issuer, docNumber } = z
    .object({ title: z.string(), issuer: z.string(), docNumber: z.string().nullable().default(null) })
    .parse(frontmatter);
  const draft = await reimported(body, { title, docNumber, issuer }, collection);
  const before = wordSource(body).html;
  const after = wordSource(parseSource(collection, 'y.mdx', draft.text).body).html;
  expect(findDifference(pageText(before).body, pageText(after).body)).toBeUndefined();
  expect(findDifference(pageText(before).footnotes, pageText(after).footnotes)).toBeUndefined();
  expect(elementsOf(after, 'h[2-6]')).toEqual(elementsOf(before, 'h[2-6]'));
  expect(elementsOf(after, 't[dh]')).toEqual(elementsOf(before, 't[dh]'));
  expect(draft.frontmatter['title']).toBe(title);
  expect(draft.fields.find(({ field }) => field === 'docNumber')?.value).toBe(docNumber ?? undefined);
}

/** Names and texts of the elements whose names a pattern matches. */
function elementsOf(html: string, pattern: string): string[] {
  const elements = html.matchAll(new RegExp(`<(${pattern})(?: [^>]*)?>(.*?)</\\1>`, 'gs'));
  return [...elements].map(([, name, text]) => `${name} ${pageText(text ?? '').body}`);
}
