import { byteReader } from '../bytes.ts';
import {
  type CharacterLook,
  changeCharacter,
  changeParagraph,
  type ParagraphLook,
  PLAIN_CHARACTER,
  PLAIN_PARAGRAPH,
} from './looks.ts';
import { readChanges } from './properties.ts';

/** A style with all that it takes over from those it is based on. */
export interface Style {
  name: string;
  /** 1 to 9 for the headings that Word itself has; 0 for other styles. */
  heading: number;
  /** The style of a document's title. */
  title: boolean;
  paragraph: ParagraphLook;
  character: CharacterLook;
}

interface RawStyle {
  id: number;
  kind: number;
  base: number;
  name: string;
  /** Formatting of paragraphs and of characters. */
  parts: Uint8Array[];
}

export const PLAIN_STYLE: Style = {
  ...{ name: '', heading: 0, title: false },
  ...{ paragraph: PLAIN_PARAGRAPH, character: PLAIN_CHARACTER },
};
const NO_BASE = 0xfff;
const TITLE_ID = 62;
/** No style is based on more others, one after the other. */
const DEEPEST = 12;

/** All styles by their numbers ([MS-DOC] 2.9.271). */
export function readStyles(table: Uint8Array): Style[] {
  const { u16 } = byteReader(table);
  const baseLength = u16(4);
  const raws: (RawStyle | undefined)[] = [];
  let at = 2 + u16(0);
  while (at + 2 <= table.length && raws.length < u16(2)) {
    const length = u16(at);
    raws.push(length === 0 ? undefined : readStyle(table.subarray(at + 2, at + 2 + length), baseLength));
    at += 2 + length;
  }
  return raws.map((raw, number) => (raw ? complete(raws, raw, number) : PLAIN_STYLE));
}

function readStyle(bytes: Uint8Array, baseLength: number): RawStyle {
  const { u16 } = byteReader(bytes);
  const nameLength = Math.min(u16(baseLength), 255);
  const name = String.fromCharCode(
    ...Array.from({ length: nameLength }, (_, index) => u16(baseLength + 2 + index * 2)),
  );
  const parts: Uint8Array[] = [];
  let at = baseLength + 4 + nameLength * 2;
  for (let index = 0; index < (u16(4) & 0xf) && index < 3; index++) {
    at += at % 2;
    parts.push(bytes.subarray(at + 2, at + 2 + u16(at)));
    at += 2 + u16(at);
  }
  return { id: u16(0) & 0xfff, kind: u16(2) & 0xf, base: u16(2) >> 4, name, parts };
}

function complete(raws: readonly (RawStyle | undefined)[], raw: RawStyle, number: number): Style {
  const line: RawStyle[] = [];
  let next: RawStyle | undefined = raw;
  while (next && line.length < DEEPEST && !line.includes(next)) {
    line.unshift(next);
    next = next.base === NO_BASE ? undefined : raws[next.base];
  }
  let { paragraph, character } = PLAIN_STYLE;
  for (const { kind, parts } of line) {
    const [first, second] = parts;
    if (kind === 1 && first) paragraph = changeParagraph(paragraph, readChanges(first.subarray(2)));
    const changes = kind === 1 ? second : first;
    if (changes && kind < 3) character = changeCharacter(character, readChanges(changes));
  }
  const heading = line.findLast(({ id }) => id >= 1 && id <= 9)?.id ?? 0;
  return {
    ...{ name: raw.name, heading, title: raw.id === TITLE_ID, character },
    paragraph: { ...paragraph, style: number },
  };
}
