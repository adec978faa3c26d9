import { formatChineseNumeral, parseChineseNumeral } from './numerals.ts';

/**
 * What the number at the start of a heading or paragraph says of its place in a document.
 * `part` 一、 · `section` （一） · `item` 1. · `subitem` （1） · `chapter` 第一章 · `article` 第一条 (and their kin).
 */
export interface Ordinal {
  level: 'part' | 'section' | 'item' | 'subitem' | 'chapter' | 'article';
  number: number;
}

const HAN = '[〇零一二三四五六七八九十百]+';
/** Levels after GB/T 9704-2012 §7.3.3 (一、（一）1.（1）) and 立法技术规范 (章, 条). A lost opening bracket is tolerated. */
const ORDINALS: [Ordinal['level'], RegExp][] = [
  ['chapter', new RegExp(`^第(${HAN}|\\d+)[编章]`)],
  ['article', new RegExp(`^第(${HAN}|\\d+)条`)],
  ['part', new RegExp(`^(${HAN})、`)],
  ['section', new RegExp(`^[（(]?(${HAN})[）)]`)],
  ['subitem', /^[（(](\d{1,3})[）)]/],
  ['item', /^(\d{1,3})(?:[.．](?!\d)|、)/],
];

/** Reads the ordinal with which a block of text begins; full-width digits and leading space are tolerated. */
export function parseOrdinal(text: string): Ordinal | undefined {
  const plain = text
    .trimStart()
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  for (const [level, pattern] of ORDINALS) {
    const digits = pattern.exec(plain)?.[1];
    if (digits === undefined) continue;
    const number = /^\d/.test(digits) ? Number(digits) : parseChineseNumeral(digits);
    if (number !== undefined) return { level, number };
  }
  return undefined;
}

/** A citable place in a document. */
export interface Clause {
  /** Fragment of the address, ASCII, unique on its page and stable: it is the path of ordinals, not a count. */
  id: string;
  /** How the place is cited, unambiguous within the document, e.g. 第三部分第6条. */
  label: string;
  level: Ordinal['level'] | 'heading';
  /** The heading's text, or the first words of a numbered paragraph. */
  text: string;
  /** Whether the clause is a heading of its own rather than a numbered paragraph. */
  heading: boolean;
}

/** A block to be placed: its text and whether it stands as a heading. */
export interface Block {
  text: string;
  heading: boolean;
}

/** A placed block: its page-unique id, and the clause it opens, if it opens one. */
export interface PlacedBlock {
  id: string;
  clause?: Clause;
  /** The clause in which the block stands; the block's own clause when it opens one. */
  within?: Clause;
}

interface Path {
  chapter?: number;
  article?: number;
  part?: number;
  section?: number;
  item?: number;
  subitem?: number;
}

/** Deeper levels are forgotten when a higher one begins; articles run on through chapters. */
const FORGETS: Record<Ordinal['level'], (keyof Path)[]> = {
  chapter: ['article', 'part', 'section', 'item', 'subitem'],
  article: ['part', 'section', 'item', 'subitem'],
  part: ['section', 'item', 'subitem'],
  section: ['item', 'subitem'],
  item: ['subitem'],
  subitem: [],
};

/**
 * Gives every block of a document an id, and every numbered or titled one a citation label.
 * 第6条 alone is ambiguous when several parts count from 1, so a label names the part; it names the section too
 * where the same item number occurs twice in that part.
 */
export function placeBlocks(blocks: readonly Block[]): PlacedBlock[] {
  const ordinals = blocks.map((block) => parseOrdinal(block.text));
  const repeated = repeatedItems(ordinals);
  const taken = new Map<string, number>();
  const path: Path = {};
  let within: Clause | undefined;
  let untitled = 0;
  let paragraph = 0;
  return blocks.map((block, index): PlacedBlock => {
    const ordinal = ordinals[index];
    if (!ordinal && !block.heading) {
      paragraph += 1;
      return { id: unique(taken, within ? `${within.id}-p${paragraph}` : `p${paragraph}`), within };
    }
    if (ordinal) enter(path, ordinal);
    else untitled += 1;
    const clause: Clause = {
      id: unique(taken, ordinal ? pathId(path, ordinal.level) : `h${untitled}`),
      label: ordinal ? pathLabel(path, ordinal.level, repeated) : `“${block.text.trim()}”`,
      level: ordinal?.level ?? 'heading',
      text: block.heading ? block.text.trim() : opening(block.text),
      heading: block.heading,
    };
    within = clause;
    paragraph = block.heading ? 0 : 1;
    return { id: clause.id, clause, within };
  });
}

function enter(path: Path, { level, number }: Ordinal): void {
  path[level] = number;
  for (const deeper of FORGETS[level]) delete path[deeper];
}

/** Keys `part/item` of the item numbers that occur more than once in their part, so need their section named. */
function repeatedItems(ordinals: readonly (Ordinal | undefined)[]): Set<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  const path: Path = {};
  for (const ordinal of ordinals) {
    if (!ordinal) continue;
    enter(path, ordinal);
    if (ordinal.level !== 'item') continue;
    const key = itemKey(path);
    if (seen.has(key)) repeated.add(key);
    seen.add(key);
  }
  return repeated;
}

function itemKey(path: Path): string {
  return [path.chapter, path.article, path.part, path.item].join('/');
}

function pathId(path: Path, level: Ordinal['level']): string {
  if (level === 'chapter') return `ch${path.chapter}`;
  const steps: string[] = [];
  if (path.article !== undefined) steps.push(`art${path.article}`);
  if (path.part !== undefined) steps.push(`s${path.part}`);
  if (path.section !== undefined)
    steps.push(path.part === undefined ? `sub${path.section}` : String(path.section));
  if (path.item !== undefined) steps.push(`i${path.item}`);
  if (path.subitem !== undefined) steps.push(String(path.subitem));
  return steps.join('-') || level;
}

function pathLabel(path: Path, level: Ordinal['level'], repeated: ReadonlySet<string>): string {
  if (level === 'chapter') return `第${chinese(path.chapter)}章`;
  const article = path.article === undefined ? '' : `第${chinese(path.article)}条`;
  const part = path.part === undefined ? '' : `第${chinese(path.part)}部分`;
  const needsSection = path.item === undefined || part === '' || repeated.has(itemKey(path));
  const section = path.section !== undefined && needsSection ? sectionLabel(path) : '';
  const item = path.item === undefined ? '' : article ? `第${path.item}项` : `第${path.item}条`;
  const subitem = path.subitem === undefined ? '' : `第（${path.subitem}）项`;
  return article + part + section + item + subitem;
}

/** Within an article, （一） is an item of it (立法技术规范); elsewhere it is a section of its part. */
function sectionLabel(path: Path): string {
  const bracketed = `（${chinese(path.section)}）`;
  return path.article === undefined ? bracketed : `第${bracketed}项`;
}

function chinese(number: number | undefined): string {
  return number === undefined ? '' : formatChineseNumeral(number);
}

function opening(text: string): string {
  const sentence = /^[^。；！？]*/.exec(text.trim())?.[0] ?? '';
  return [...sentence].slice(0, 40).join('');
}

/** A repeated id gets `-x2`, `-x3` …: letters that no path produces, so that it can't meet another block's id. */
function unique(taken: Map<string, number>, id: string): string {
  const count = (taken.get(id) ?? 0) + 1;
  taken.set(id, count);
  return count === 1 ? id : `${id}-x${count}`;
}
