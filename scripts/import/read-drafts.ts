import type { Collection } from '../../src/core/collections.ts';
import type { Finding } from '../../src/import/finding.ts';
import { importManuscript } from '../../src/import/import-manuscript.ts';
import type { KnownAgency } from '../../src/import/infer-issuer.ts';
import type { Draft } from '../../src/import/make-draft.ts';
import type { Manuscript } from '../../src/import/manuscript.ts';
import { readBack } from './read-back.ts';
import { readSource } from './read-source.ts';
import { wrongExtension } from './wrong-extension.ts';

/** A file to read, and what is known of it besides what it says. */
export interface ReadJob {
  bytes: Uint8Array;
  /** Original file name without folders. */
  fileName: string;
  /** Of the original file. */
  sha256: string;
  collection: Collection;
  agencies: readonly KnownAgency[];
  /** What was done to the file before it could be read. */
  findings?: Finding[];
}

/** The documents that a file holds, or why it was refused, in Chinese, with the mend. */
export type ReadDrafts =
  | { ok: true; format: string; unit: Manuscript['unit']; drafts: Draft[] }
  | { ok: false; reason: string };

/** Reads a file of any format and makes drafts of it. */
export async function readDrafts({ bytes, fileName, findings = [], ...known }: ReadJob): Promise<ReadDrafts> {
  const read = await readSource(bytes, fileName);
  if (!read.ok) return { ok: false, reason: withMend(read.reason) };
  const { format, unit } = read.manuscript;
  const misnamed = findings.length > 0 ? [] : wrongExtension(bytes, fileName);
  const manuscript = {
    ...read.manuscript,
    findings: [...misnamed, ...findings, ...read.manuscript.findings],
  };
  const imported = importManuscript(manuscript, { ...known, fileName, readBack });
  if (!imported.ok) return { ok: false, reason: withMend(imported.reason) };
  return { ok: true, format, unit, drafts: imported.drafts };
}

/** Reasons of every reader in one shape; one without a mend of its own gets the one that helps with any document. */
function withMend(reason: string): string {
  const [what = '', ...mends] = reason.split('。改法：');
  const found = what.startsWith('发现') ? what : `发现${/^[A-Za-z]/.test(what) ? ' ' : ''}${what}`;
  const expected = found.includes('，应为') ? '' : '，应为文字完好的文档';
  const mend =
    mends.join('。改法：') || '在 WPS 或 Word 里打开，核对文字，另存为「Word 文档(*.docx)」，再导入';
  return `${found}${expected}。改法：${mend}`;
}
