/** Writes the files of a site, and notes of each page what the inspection needs. */
import { hash } from 'node:crypto';
import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { notePage, type TextTable } from '../../src/inspect/page-notes.ts';
import { readBuiltPage } from '../../src/inspect/read-page.ts';
import { folderMaker } from './folder-maker.ts';
import { PageFailure } from './page-failure.ts';
import type { LedgerEntry } from './page-ledger.ts';
import type { MadeContent, PageTask } from './page-program.ts';
import { seenRead } from './seen-reads.ts';

/** A file as it was written; numbers are those of the writer's table. */
type WrittenFile = Omit<LedgerEntry, 'key'>;

/** Stands in every page that shows a document, as the contract of the markup has it. */
const DOCUMENT = '<article data-document ';

/**
 * Gives a function that writes files below `outDir`. It waits for the disk: thousands of small files are written sooner
 * in this way.
 * @throws the disk's own error, or a PageFailure for a page of which no note can be taken
 */
export function pageWriter(
  outDir: string,
  table: TextTable,
): (task: PageTask, made: MadeContent) => WrittenFile {
  const makeFolder = folderMaker();
  return ({ file, isPage }, { content, reads }) => {
    const target = path.join(outDir, file);
    makeFolder(path.dirname(target));
    writeFileSync(target, content);
    const { size: bytes, mtimeMs: modified } = statSync(target);
    const noted = reads.size > 0 ? { reads: noteReads(reads, table) } : {};
    if (!isPage) return { bytes, modified, ...noted };
    const html = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString();
    return {
      ...{ bytes, modified, ...noted },
      note: noteOf(file, html, table),
      ...(html.includes(DOCUMENT) ? { sum: hash('sha256', content, 'base64url') } : {}),
    };
  };
}

function noteOf(file: string, html: string, table: TextTable): Uint32Array {
  try {
    return notePage(readBuiltPage(html), table);
  } catch (error) {
    throw new PageFailure(`${file}: ${error instanceof Error ? error.stack : String(error)}`);
  }
}

const noteReads = (reads: ReadonlyMap<string, string>, table: TextTable): Uint32Array =>
  Uint32Array.from(reads, ([name, digest]) => table.numberOf(seenRead(name, digest)));
