import { createHash } from 'node:crypto';
import { findAll } from './find-all.ts';
import type { Extractor } from './load-extractor.ts';
import type { SourceText } from './read-texts.ts';
import { snapshotLine } from './report.ts';

/** What was found in one document, under a digest of its text. */
export interface SnapshotEntry {
  /** File and digest. */
  head: string;
  lines: string[];
}

/** What is found in each text. An entry stands under a digest, for only a text that has not changed shows the program. */
export function snapshotEntries(
  texts: readonly SourceText[],
  codes: readonly string[],
  extractor: Extractor,
): SnapshotEntry[] {
  const finds = Map.groupBy(findAll(texts, codes, extractor), ({ file }) => file);
  return texts
    .map((text) => ({
      head: `${text.file} ${digest(text)}`,
      lines: (finds.get(text.file) ?? []).map(snapshotLine),
    }))
    .sort((a, b) => (a.head < b.head ? -1 : 1));
}

function digest(text: SourceText): string {
  return createHash('sha256').update(JSON.stringify(text)).digest('base64url').slice(0, 12);
}

/** Writes entries as a text that reads well in a review. */
export function writeSnapshot(entries: readonly SnapshotEntry[]): string {
  return `${entries.map(({ head, lines }) => [`# ${head}`, ...lines].join('\n')).join('\n\n')}\n`;
}

/** Reads such a text. */
export function readSnapshot(text: string): SnapshotEntry[] {
  return text
    .split(/^# /mu)
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const [head = '', ...lines] = block.trimEnd().split('\n');
      return { head, lines };
    });
}
