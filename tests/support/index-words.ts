/** The words of an index as Pagefind's engine is given them: its parts, unpacked and read. */
import { writeParts } from '../../scripts/search-index/index-parts.ts';
import { type FieldTexts, indexShard } from '../../scripts/search-index/word-lists.ts';
import { unpackPart } from '../../src/search/packed-part.ts';

/** A CBOR value: numbers, texts and arrays. Throws when it is anything else, or followed by something. */
export function decodeCbor(bytes: Uint8Array): unknown {
  let at = 0;
  const next = (): number => bytes[at++] ?? 0;
  const read = (): unknown => {
    const head = next();
    let value = head & 31;
    if (value >= 24) {
      let left = 1 << (value - 24);
      for (value = 0; left > 0; left--) value = value * 256 + next();
    }
    if (head >> 5 === 0) return value;
    if (head >> 5 === 1) return -1 - value;
    if (head >> 5 === 4) return Array.from({ length: value }, read);
    if (head >> 5 !== 3) throw new RangeError(`a CBOR value of kind ${head >> 5}`);
    at += value;
    return Buffer.from(bytes.subarray(at - value, at)).toString();
  };
  const value = read();
  if (at !== bytes.length) throw new RangeError(`${bytes.length - at} bytes too many`);
  return value;
}

/** A document of a word: the difference to the one before, its places, likewise, and places in other fields. */
export type Page = [delta: number, places: number[], fields?: unknown[]];
export type Word = [word: string, pages: Page[], variants: unknown[]];

/** The words of a part in Pagefind's format. */
export function wordsOf(part: Uint8Array): Word[] {
  const [words] = decodeCbor(part) as [Word[]];
  return words;
}

/** An index of documents cut into shards of `shardSize`: its words in the order of its parts. */
export function indexWords(texts: readonly FieldTexts[], shardSize = texts.length, partBytes = 200): Word[] {
  const shards: FieldTexts[][] = [];
  for (let begin = 0; begin < texts.length; begin += shardSize) {
    shards.push(texts.slice(begin, begin + shardSize));
  }
  const sizes = shards.map(({ length }) => length);
  const parts = writeParts(shards.map(indexShard), partBytes);
  return [...parts].flatMap(({ content }) =>
    unpackPart(content, [sizes]).flatMap((part) => (part ? wordsOf(part) : [])),
  );
}

/** Whether a word is that of a character or a pair in the whole text, not of a field or a list. */
export const isPlainWord = (word: string): boolean => word.length % 3 === 0 && !/00[dhmtvw]$/.test(word);

/** Document → places, of one word. */
export function placesOf([, pages]: Word): Map<number, number[]> {
  let document = 0;
  return new Map(
    pages.map(([delta, deltas]) => {
      document += delta;
      let place = 0;
      return [document, deltas.map((each) => (place += each))];
    }),
  );
}
