import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Lists every file of a release with its SHA-256, in the form of `sha256sum`. */
export const CHECKSUMS = 'SHA256SUMS';

/** An archive that is no release, or a damaged one, or a folder that is no site; the message is for the user. */
export class ReleaseMistake extends Error {
  override readonly name = 'ReleaseMistake';
}

/** SHA-256 of a file in lower-case hexadecimal digits. */
export async function fileDigest(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Paths of the files below a folder, with forward slashes, in the order of their bytes. */
export async function filesBelow(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(dir, path.join(parentPath, name)).split(path.sep).join('/'))
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

/** The text of SHA256SUMS, from each file's path and digest. */
export function writeChecksums(digests: ReadonlyMap<string, string>): string {
  return [...digests].map(([file, digest]) => `${digest}  ${file}\n`).join('');
}

/** Path and digest of each file that SHA256SUMS lists. @throws ReleaseMistake for a line of another form */
export function readChecksums(text: string): Map<string, string> {
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line, index) => {
      const [, digest, file] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
      if (digest !== undefined && file !== undefined) return [file, digest] as const;
      throw new ReleaseMistake(
        `发现 ${CHECKSUMS} 第 ${index + 1} 行是“${line.slice(0, 60)}”，应为校验值、两个空格和文件名。改法：换一份完好的存档。`,
      );
    }),
  );
}

/** What a folder's files are against what they should be, a Chinese sentence for each difference. */
export function compareDigests(
  wanted: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, string>,
): string[] {
  const names = [...new Set([...wanted.keys(), ...found.keys()])].sort();
  return names.flatMap((name) => {
    if (!found.has(name)) return [`缺少 ${name}`];
    if (!wanted.has(name)) return [`多出 ${name}`];
    return wanted.get(name) === found.get(name) ? [] : [`${name} 的内容变了`];
  });
}
