import { hasAt, hasWide, indexOf, latin1 } from './bytes.ts';
import { type Danger, doubtful, PROGRAM, quoted, refused, SAVE_ANEW } from './danger.ts';
import { unpackStart, type ZipEntry } from './zip-entries.ts';

/** Parts are looked at up to this many bytes each and together, and so many of them. */
const LARGEST_PART = 20_000_000;
const MOST_BYTES = 200_000_000;
const MOST_PARTS = 2_000;

/** What in a Word, Excel or PowerPoint file (OOXML) acts when it is opened. */
export function officeDangers(bytes: Uint8Array, entries: readonly ZipEntry[]): Danger[] {
  let room = MOST_BYTES;
  const unpack = (entry: ZipEntry): Uint8Array => {
    const part = unpackStart(bytes, entry, Math.min(room, LARGEST_PART));
    room -= Math.min(room, part.length);
    return part;
  };
  const read = (entry: ZipEntry): string => new TextDecoder().decode(unpack(entry));
  const parts = (pattern: RegExp): ZipEntry[] =>
    entries.filter(({ name }) => pattern.test(name)).slice(0, MOST_PARTS);
  const dangers: Danger[] = [];
  const types = parts(/^\[Content_Types\]\.xml$/i)
    .map(read)
    .join('');
  if (
    parts(/vbaProject\w*\.bin$|(?:^|\/)macrosheets\//i).length > 0 ||
    /macroEnabled|vbaProject/i.test(types)
  )
    dangers.push(refused('里有宏', SAVE_ANEW));
  for (const entry of parts(/\.rels$/i)) for (const danger of linkDangers(read(entry))) dangers.push(danger);
  for (const entry of parts(/(?:^|\/)embeddings\//i))
    dangers.push(...embeddedDangers(entry.name, unpack(entry)));
  if (
    parts(/^word\/[^/]+\.xml$/i).some((entry) => runsCommand(read(entry))) ||
    parts(/(?:^|\/)externalLinks\/[^/]+\.xml$/i).some((entry) => /<(?:\w+:)?ddeLink\b/.test(read(entry)))
  )
    dangers.push(refused('里有打开时调用别的程序的域（DDE）', SAVE_ANEW));
  if (parts(/(?:^|\/)activeX\//i).length > 0) dangers.push(doubtful('里有 ActiveX 控件', SAVE_ANEW));
  if (room === 0) dangers.push(doubtful('解开后太大，没有查完', SAVE_ANEW));
  return dangers;
}

/** What goes out of the file by itself. Words that a reader clicks on don't, unless they start a program. */
function linkDangers(relationships: string): Danger[] {
  const dangers: Danger[] = [];
  for (const [element] of relationships.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)) {
    if (!/TargetMode\s*=\s*["']External["']/i.test(element)) continue;
    const kind = /\bType\s*=\s*["'][^"']*\/(\w+)["']/i.exec(element)?.[1] ?? '';
    const target = (
      /\bTarget\s*=\s*(?:"([^"]*)"|'([^']*)')/
        .exec(element)
        ?.slice(1)
        .find((each) => each !== undefined) ?? ''
    ).trim();
    const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(target)?.[1]?.toLowerCase() ?? '';
    if (kind === 'hyperlink') {
      if (!/^(?:|https?|ftp|mailto|tel|file|ftps)$/.test(scheme))
        dangers.push(refused(`里有会启动程序的链接（${quoted(scheme)}:）`, SAVE_ANEW));
    } else if (/^(?:attachedTemplate|oleObject|frame|subDocument|package)$/.test(kind) && isRemote(target))
      dangers.push(refused('打开时会从别处载入模板或对象', SAVE_ANEW));
    else
      dangers.push(
        doubtful('链接着文件以外的内容（模板、图片或表格），读者打不开，还会露出本机的路径', SAVE_ANEW),
      );
  }
  return dangers;
}

function isRemote(target: string): boolean {
  return /^(?:https?|ftp|mhtml|ms-[a-z]+|its):|^(?:file:)?(?:[\\/]{2}|[\\/]{4,5})[^\\/]/i.test(target);
}

/** A field that Word asks another program to fill. Its words may be cut into several runs. */
function runsCommand(xml: string): boolean {
  const instructions = [...xml.matchAll(/<w:instrText\b[^>]*>([^<]*)<|w:instr\s*=\s*"([^"]*)"/g)].map(
    ([, text, attribute]) => text ?? ` ${attribute} `,
  );
  return /(?:^|[\s"{])DDE(?:AUTO)?\b/i.test(instructions.join(''));
}

/** What is embedded: other Office files are looked at by their marks, packed files by their names. */
function embeddedDangers(name: string, bytes: Uint8Array): Danger[] {
  if (PROGRAM.test(name) || hasAt(bytes, 'MZ')) return [refused(`里嵌着程序 ${quoted(name)}`, SAVE_ANEW)];
  return hasAt(bytes, [0xd0, 0xcf, 0x11, 0xe0]) ? oldOfficeDangers(bytes) : [];
}

/** What in a file of old Office programs, or of WPS, acts when it is opened. */
export function oldOfficeDangers(bytes: Uint8Array): Danger[] {
  const dangers: Danger[] = [];
  if (hasWide(bytes, '_VBA_PROJECT')) dangers.push(doubtful('里有宏，旧文档常带着宏病毒', SAVE_ANEW));
  if (hasWide(bytes, 'EncryptedPackage')) dangers.push(doubtful('要密码才能打开', '去掉密码，另存一份'));
  if (hasWide(bytes, 'Ole10Native')) dangers.push(packedFile(bytes));
  return dangers;
}

/** A file that was dragged into a document stands there with its name and the path that it came from. */
function packedFile(bytes: Uint8Array): Danger {
  const names = latin1(bytes).match(/[\w\x80-\xff ()-]{1,80}\.[a-z0-9]{2,4}(?=\0)/gi) ?? [];
  const program = names.find((name) => PROGRAM.test(name));
  if (program !== undefined) return refused(`里嵌着打开就会运行的 ${quoted(program)}`, SAVE_ANEW);
  return doubtful('里嵌着别的文件', SAVE_ANEW);
}

/** RTF, which Word also opens under .doc. */
export function rtfDangers(bytes: Uint8Array): Danger[] {
  const dangers: Danger[] = [];
  const has = (text: string): boolean => indexOf(bytes, text) >= 0;
  if (has('\\objupdate') || has('\\objautlink') || has('DDEAUTO'))
    dangers.push(refused('里有打开时就更新的对象', SAVE_ANEW));
  else if (has('\\objdata')) dangers.push(doubtful('里嵌着别的文件或对象', SAVE_ANEW));
  if (/\\\*\\template\s+(?:https?:|\\\\)/i.test(latin1(bytes)))
    dangers.push(refused('打开时会从别处载入模板', SAVE_ANEW));
  return dangers;
}
