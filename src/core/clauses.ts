import { type ClausePath, clearPath, enterPath, itemKey, pathId, pathLabel } from './clause-path.ts';
import { type Ordinal, parseAttachmentMark, parseOrdinal } from './ordinals.ts';

/** A citable place in a document. */
export interface Clause {
  /** Fragment of the address, ASCII, unique on its page and stable: it is the path of ordinals, not a count. */
  id: string;
  /** How the place is cited, e.g. 第三部分第6条; no two clauses of a document have the same. */
  label: string;
  level: Ordinal['level'] | 'heading' | 'attachment';
  /** The heading's text, or the first words of a numbered paragraph. */
  text: string;
  /** Whether the clause is a heading of its own rather than a numbered paragraph. */
  heading: boolean;
}

/** A block to be placed. */
export interface Block {
  text: string;
  /** 1 to 6 for a heading. */
  depth?: number | undefined;
  /** A table cell or quotation: it gets an id, but its numbering is not the document's. */
  inert?: boolean;
  /** A footnote: it stands after the last clause, but in none. */
  footnote?: boolean;
}

/** A placed block: its page-unique id, and the clause it opens, if it opens one. */
export interface PlacedBlock {
  id: string;
  clause?: Clause | undefined;
  /** The clause in which the block stands; the block's own clause when it opens one. */
  within?: Clause | undefined;
}

/** Where footnotes stand: no clause of the document, but a place that can be named. */
export const FOOTNOTES: Clause = {
  id: 'footnote-label',
  label: '脚注',
  level: 'heading',
  text: '脚注',
  heading: true,
};

/** What an unnumbered heading or an attachment puts before the clauses that follow it. */
interface Scope {
  id: string;
  label: string;
  /** An attachment counts anew, so its name always belongs to the citation. */
  always: boolean;
}

/** A clause with what may have to be put before its label to tell it from others. */
interface Draft {
  clause: Clause;
  scope: Scope | undefined;
}

/**
 * Gives every block of a document an id, and every numbered or titled one a citation label that no other has.
 * 第6条 alone is ambiguous when several parts count from 1, so a label names the part; it names the section too
 * where the same item number occurs twice in that part, and the attachment or heading where a label would repeat.
 */
export function placeBlocks(blocks: readonly Block[]): PlacedBlock[] {
  const read = blocks.map(readBlock);
  const placer = new Placer(repeatedItems(read));
  const placed = read.map((block) => placer.place(block));
  tellApart(placer.drafts);
  return placed;
}

/** A block with what its beginning says: both walks ask for it. */
interface ReadBlock {
  block: Block;
  attachment: number | undefined;
  ordinal: Ordinal | undefined;
}

function readBlock(block: Block): ReadBlock {
  if (block.inert || block.footnote) return { block, attachment: undefined, ordinal: undefined };
  return { block, attachment: parseAttachmentMark(block.text), ordinal: parseOrdinal(block.text) };
}

/** Walks through the blocks of one document, knowing where it stands. */
class Placer {
  readonly drafts: Draft[] = [];
  private readonly path: ClausePath = {};
  private readonly taken = new Map<string, number>();
  private readonly repeated: ReadonlySet<string>;
  private scope: Scope | undefined;
  private within: Clause | undefined;
  /** Depth of the headings that number the parts, once one was seen. */
  private partDepth: number | undefined;
  private untitled = 0;
  private paragraph = 0;

  constructor(repeated: ReadonlySet<string>) {
    this.repeated = repeated;
  }

  place({ block, attachment, ordinal }: ReadBlock): PlacedBlock {
    if (block.footnote) return { id: this.unique('footnote'), within: FOOTNOTES };
    if (block.inert) return this.placeParagraph();
    if (attachment !== undefined) return this.placeAttachment(block, attachment);
    if (ordinal) return this.placeNumbered(block, ordinal);
    return block.depth === undefined ? this.placeParagraph() : this.placeHeading(block, block.depth);
  }

  private placeParagraph(): PlacedBlock {
    this.paragraph += 1;
    const id = this.unique(this.within ? `${this.within.id}-p${this.paragraph}` : `p${this.paragraph}`);
    return { id, within: this.within };
  }

  private placeNumbered(block: Block, ordinal: Ordinal): PlacedBlock {
    enterPath(this.path, ordinal);
    if (ordinal.level === 'part') this.partDepth ??= block.depth;
    const prefix = this.scope?.always ? `${this.scope.id}-` : '';
    const label = pathLabel(this.path, ordinal.level, this.repeated);
    return this.open(block, `${prefix}${pathId(this.path, ordinal.level)}`, label, ordinal.level);
  }

  /** An unnumbered heading; one that stands as high as the parts ends the part before it. */
  private placeHeading(block: Block, depth: number): PlacedBlock {
    this.untitled += 1;
    const label = `“${block.text.trim()}”`;
    const placed = this.open(block, `h${this.untitled}`, label, 'heading');
    if (this.partDepth === undefined || depth <= this.partDepth) {
      clearPath(this.path);
      this.scope = { id: placed.id, label, always: false };
    }
    return placed;
  }

  private placeAttachment(block: Block, number: number): PlacedBlock {
    clearPath(this.path);
    this.scope = undefined;
    const label = `附件${number}`;
    const placed = this.open(block, `att${number}`, label, 'attachment');
    this.scope = { id: placed.id, label, always: true };
    return placed;
  }

  private open(block: Block, id: string, label: string, level: Clause['level']): PlacedBlock {
    const heading = block.depth !== undefined || level === 'attachment';
    const text = heading ? block.text.trim() : opening(block.text);
    const clause: Clause = { id: this.unique(id), label, level, text, heading };
    this.drafts.push({ clause, scope: this.scope });
    this.within = clause;
    this.paragraph = heading ? 0 : 1;
    return { id: clause.id, clause, within: clause };
  }

  /** A repeated id gets `-x2`, `-x3` …: letters that no path produces, so that it can't meet another block's id. */
  private unique(id: string): string {
    const count = (this.taken.get(id) ?? 0) + 1;
    this.taken.set(id, count);
    return count === 1 ? id : `${id}-x${count}`;
  }
}

/** Puts the attachment or heading before labels that need it, and, should two still be alike, which of them it is. */
function tellApart(drafts: readonly Draft[]): void {
  const alone = countLabels(drafts);
  for (const { clause, scope } of drafts) {
    if (scope && (scope.always || (alone.get(clause.label) ?? 0) > 1))
      clause.label = scope.label + clause.label;
  }
  const together = countLabels(drafts);
  const seen = new Map<string, number>();
  for (const { clause } of drafts) {
    const { label } = clause;
    if ((together.get(label) ?? 0) < 2) continue;
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    clause.label = `${label}（第${count}处）`;
  }
}

function countLabels(drafts: readonly Draft[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { clause } of drafts) counts.set(clause.label, (counts.get(clause.label) ?? 0) + 1);
  return counts;
}

/** Keys of the item numbers that occur more than once in their part, so need their section named. */
function repeatedItems(blocks: readonly ReadBlock[]): Set<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  const path: ClausePath = {};
  for (const { attachment, ordinal } of blocks) {
    if (attachment !== undefined) clearPath(path);
    if (!ordinal) continue;
    enterPath(path, ordinal);
    if (ordinal.level !== 'item') continue;
    const key = itemKey(path);
    if (seen.has(key)) repeated.add(key);
    seen.add(key);
  }
  return repeated;
}

/** Characters of a numbered paragraph that stand for it. */
const OPENING_LENGTH = 40;

function opening(text: string): string {
  // Two units hold at the least one character.
  const start = text.trim().slice(0, 2 * OPENING_LENGTH);
  const sentence = /^[^。；！？]*/.exec(start)?.[0] ?? '';
  if (!/[\ud800-\udfff]/.test(sentence)) return sentence.slice(0, OPENING_LENGTH);
  return [...sentence].slice(0, OPENING_LENGTH).join('');
}
