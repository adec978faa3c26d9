import { indexOf, latin1 } from './bytes.ts';
import { type Danger, doubtful, refused } from './danger.ts';
import { inflateStart } from './zip-entries.ts';

const PRINT = '用 WPS 或阅读器打开核对，“打印”成一份新的 PDF，再放上来';
/** What is unpacked of a file to look at its objects, in bytes. */
const MOST_UNPACKED = 100_000_000;
/** A stream's dictionary is shorter. */
const LONGEST_DICTIONARY = 2_000;

/** Names are looked for everywhere, in the contents of streams too: a hostile file says wrongly where those end. */
const ACTING: readonly (readonly [RegExp, Danger])[] = [
  [/\/JavaScript(?![A-Za-z0-9])/, refused('里有 JavaScript 程序', PRINT)],
  [/\/Launch(?![A-Za-z0-9])/, refused('里有启动别的程序的动作', PRINT)],
  [/\/URI\s*\(\s*(?:javascript|vbscript|data|ms-[a-z]+):/i, refused('里有会运行程序的链接', PRINT)],
  [/\/RichMedia(?![A-Za-z0-9])/, refused('里嵌着 Flash 或三维内容', PRINT)],
  [/\/XFA\s*[[\d]/, doubtful('是 XFA 动态表单，浏览器显示不了', PRINT)],
  [/\/EmbeddedFiles?(?![A-Za-z0-9])/, doubtful('里嵌着别的文件', PRINT)],
  [
    /\/(?:SubmitForm|ImportData|Rendition)(?![A-Za-z0-9])/,
    doubtful('里有往外发送内容或播放影音的动作', PRINT),
  ],
];

/** What in a PDF acts, by the names of its objects, those in packed object streams included. Nothing is rendered. */
export function pdfDangers(bytes: Uint8Array): Danger[] {
  const packed = packedObjects(bytes);
  const texts = [latin1(bytes), ...packed.texts].map(plainNames);
  const dangers = ACTING.filter(([pattern]) => texts.some((text) => pattern.test(text))).map(
    ([, danger]) => danger,
  );
  if (packed.locked) dangers.push(doubtful('有加密或解不开的部分，查不了里面有没有程序', PRINT));
  return dangers;
}

/** A name may be written with codes: /J#61vaScript. */
function plainNames(text: string): string {
  return text.replace(/#([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** The contents of the streams that hold objects. */
function packedObjects(bytes: Uint8Array): { texts: string[]; locked: boolean } {
  const texts: string[] = [];
  let unpacked = 0;
  let locked = false;
  for (let at = indexOf(bytes, 'stream'); at >= 0; at = indexOf(bytes, 'stream', at + 1)) {
    const before = latin1(bytes.subarray(Math.max(0, at - LONGEST_DICTIONARY), at));
    // What ends a stream begins none, and what stands before its end is no dictionary.
    const from = Math.max(0, before.lastIndexOf('obj'), before.lastIndexOf('stream'));
    const dictionary = before.endsWith('end') ? '' : plainNames(before.slice(from));
    if (!dictionary.includes('/ObjStm')) continue;
    const objects = readObjects(
      bytes.subarray(afterLine(bytes, at + 6)),
      dictionary,
      MOST_UNPACKED - unpacked,
    );
    unpacked += objects.length;
    texts.push(objects);
    // An object stream begins with the numbers and places of its objects.
    locked ||= !/^\s*\d+\s+\d+/.test(objects.slice(0, 200));
  }
  return { texts, locked };
}

function afterLine(bytes: Uint8Array, at: number): number {
  const afterReturn = bytes[at] === 13 ? at + 1 : at;
  return bytes[afterReturn] === 10 ? afterReturn + 1 : afterReturn;
}

/** The objects as they were written; '' when they are packed in a way that nobody uses for them, or are too many. */
function readObjects(packed: Uint8Array, dictionary: string, room: number): string {
  if (!dictionary.includes('/Filter')) return latin1(packed.subarray(0, Math.max(room, 0)));
  const isFlate = /\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)\s*\]?\s*(?:\/|>>)/.test(dictionary);
  if (!isFlate || room <= 0) return '';
  // Two bytes of a zlib header come before what is deflated.
  return latin1(inflateStart(packed.subarray(2), room));
}
