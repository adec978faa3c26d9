/** What of the table of variants a library needs: gathered from its texts while they are indexed. */
import { normalise } from '../../src/search/normalise.ts';
import { packVariants, type Variants } from '../../src/search/variants.ts';

const UNITS = 1 << 16;
const VARIANT = 1;
const COMPATIBLE = 2;
/** Blocks with characters that normalise to Han characters, such as ⽂ and ㊫: from radicals to enclosed characters, and F900. */
const COMPATIBLE_BLOCKS: ReadonlyArray<readonly [from: number, to: number]> = [
  [0x2e80, 0x33ff],
  [0xf900, 0xfaff],
];

const classified = new WeakMap<Variants, Uint8Array>();

/** What is special about each UTF-16 unit. Asked for anew for each shard, and the same for all. */
function classify(variants: Variants): Uint8Array {
  const known = classified.get(variants);
  if (known) return known;
  const kinds = new Uint8Array(UNITS);
  for (const from of variants.keys()) kinds[from.charCodeAt(0)] = VARIANT;
  for (const [from, to] of COMPATIBLE_BLOCKS) {
    for (let unit = from; unit <= to; unit++) {
      const normalised = normalise(String.fromCharCode(unit));
      if (/[\u4E00-\u9FFF]/.test(normalised)) kinds[unit] = COMPATIBLE;
    }
  }
  classified.set(variants, kinds);
  return kinds;
}

const pick = (variants: Variants, keep: (from: string, to: string) => boolean): Variants =>
  new Map([...variants].filter(([from, to]) => keep(from, to)));

/** Keeps flags by UTF-16 unit rather than sets: it sees every character of every document. */
export class LibraryVariants {
  private readonly variants: Variants;
  private readonly kinds: Uint8Array;
  private readonly seen = new Uint8Array(UNITS);

  constructor(variants: Variants) {
    this.variants = variants;
    this.kinds = classify(variants);
  }

  /** Takes note of a document's texts and gives the variants in them, packed; '' when there are none. */
  add(texts: readonly string[]): string {
    const found = new Set<string>();
    for (const text of texts) this.read(text, found);
    return found.size === 0 ? '' : packVariants(pick(this.variants, (from) => found.has(from)));
  }

  /** The UTF-16 units of all texts so far. */
  units(): Uint16Array {
    const units: number[] = [];
    for (let unit = 0; unit < UNITS; unit++) if (this.seen[unit] === 1) units.push(unit);
    return Uint16Array.from(units);
  }

  /** Takes note of texts that another one has read. */
  addUnits(units: Uint16Array): void {
    for (const unit of units) this.seen[unit] = 1;
  }

  /**
   * The part of the table, packed, that readers may need: variants of characters that occur, in whatever form. Of any
   * other it makes no difference how it is compared, since no document has it.
   */
  pack(): string {
    const has = (character: string): boolean => this.seen[character.charCodeAt(0)] === 1;
    const forms = new Set([...this.variants].filter(([from]) => has(from)).map(([, to]) => to));
    return packVariants(pick(this.variants, (_, to) => has(to) || forms.has(to)));
  }

  private read(text: string, found: Set<string>): void {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      this.seen[unit] = 1;
      if (this.kinds[unit] === VARIANT) found.add(text.charAt(at));
      else if (this.kinds[unit] === COMPATIBLE) this.read(normalise(text.charAt(at)), found);
    }
  }
}
