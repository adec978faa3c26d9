import { type Danger, doubtful, PROGRAM, quoted, refused } from './danger.ts';
import { MOST_ENTRIES, type ZipEntry } from './zip-entries.ts';

/** What comes out of an archive that an office packs is no more than this, in bytes. */
const LARGEST = 2_000_000_000;
/** Deflate packs texts ten to one, drawings fifty to one; what packs better was made to fill a disk. */
const HIGHEST_RATIO = 200;
const WORTH_A_LOOK = 100_000_000;

const REPACK = '解压后只留要发给读者的文件，重新压缩，或逐个放进 files 文件夹';

/** What is wrong with an archive, by its directory alone: nothing is unpacked. */
export function archiveDangers(entries: readonly ZipEntry[], length: number): Danger[] {
  const dangers: Danger[] = [];
  const first = (test: (entry: ZipEntry) => boolean): string | undefined => entries.find(test)?.name;
  const program = first(({ name }) => PROGRAM.test(name));
  if (program !== undefined) dangers.push(refused(`里有打开就会运行的 ${quoted(program)}`, REPACK));
  const escaping = first(({ name }) =>
    /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[a-z]:|[\p{Cc}\u202a-\u202e\u2066-\u2069]/iu.test(name),
  );
  if (escaping !== undefined)
    dangers.push(refused(`里的 ${quoted(escaping)} 解压时会写到别处，或显示成别的名字`, REPACK));
  const link = first(({ isLink }) => isLink);
  if (link !== undefined)
    dangers.push(refused(`里的 ${quoted(link)} 是链接，解压后指向读者电脑上别的文件`, REPACK));
  return [...dangers, ...sizeDangers(entries, length)];
}

function sizeDangers(entries: readonly ZipEntry[], length: number): Danger[] {
  if (entries.length >= MOST_ENTRIES) return [refused(`里的文件超过 ${MOST_ENTRIES} 个`, REPACK)];
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
  // Entries that share their bytes hold more than the file does.
  if (packed > length) return [refused('里的文件互相重叠，解压时会多出很多倍', REPACK)];
  if (size > LARGEST || (size > WORTH_A_LOOK && size > HIGHEST_RATIO * length))
    return [refused(`解压后有 ${Math.round(size / 1e6)} MB，会占满读者的磁盘`, REPACK)];
  if (entries.some(({ encrypted }) => encrypted))
    return [doubtful('加了密，读者打不开，也查不了里面有什么', '去掉密码后重新压缩')];
  return [];
}
