import { LOST_PICTURES } from '../../src/import/doc/findings.ts';
import type { Finding } from '../../src/import/finding.ts';
import { sniffFormat } from '../../src/import/sniff.ts';
import { convertToDocx, isConvertible } from './convert-office.ts';
import type { IsolatedReader } from './isolated-reader.ts';
import type { ReadDrafts, ReadJob } from './read-drafts.ts';

/** What files are read with. */
export interface Readers {
  reader: IsolatedReader;
  /** LibreOffice, where there is one. */
  office: string | undefined;
}

/**
 * Reads a file itself where that is possible, since then all of its characters are accounted for, and on every computer
 * alike. What cannot be read so, or only without its pictures, LibreOffice first turns into .docx.
 */
export async function readWithOffice(job: ReadJob, { reader, office }: Readers): Promise<ReadDrafts> {
  const format = sniffFormat(job.bytes, job.fileName);
  const read = await reader.read(job);
  if (office === undefined || !isConvertible(format) || !isLacking(read)) return read;
  const bytes = await convertToDocx(office, job.bytes, format);
  if (!bytes) return read;
  const message = '先由本机的 LibreOffice 转换成 .docx 再读入，请对照原件';
  const findings: Finding[] = [{ kind: 'attention', line: 0, message }];
  const converted = await reader.read({ ...job, bytes, findings });
  return converted.ok ? converted : read;
}

function isLacking(read: ReadDrafts): boolean {
  if (!read.ok) return true;
  const findings = read.drafts.flatMap((draft) => draft.findings);
  return findings.some(({ message }) => message.startsWith(LOST_PICTURES));
}
