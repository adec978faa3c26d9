import { createHash } from 'node:crypto';
import type { Collection } from '../../src/core/collections.ts';
import { importManuscript } from '../../src/import/import-manuscript.ts';
import type { Draft } from '../../src/import/make-draft.ts';
import { readBack } from '../import/read-back.ts';
import { readSource } from '../import/read-source.ts';

/** What a corpus says, held against what the importer makes of it. */
export interface Score {
  lines: string[];
  /** How many answers were wrong. */
  wrong: number;
}

/** The drafts that a file's bytes give, without a library. @throws Error with the reason when it is refused. */
export async function importBytes(
  bytes: Uint8Array,
  fileName: string,
  collection: Collection,
): Promise<Draft[]> {
  const read = await readSource(bytes, fileName);
  if (!read.ok) throw new Error(read.reason);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const imported = importManuscript(read.manuscript, {
    fileName,
    sha256,
    collection,
    agencies: [],
    readBack,
  });
  if (!imported.ok) throw new Error(imported.reason);
  return imported.drafts;
}

/** Body of a draft, without its frontmatter. */
export function bodyOf({ text }: Draft): string {
  return text.split('\n---\n').slice(1).join('\n---\n');
}
