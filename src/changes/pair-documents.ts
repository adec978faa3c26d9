import { likeness, pairsOf } from './likeness.ts';
import type { SideDocument } from './side.ts';

/** A document on both sides, or on the one that has it. */
export interface DocumentPair {
  before: SideDocument | undefined;
  after: SideDocument | undefined;
}

/** Bodies this alike are those of one document that was renamed. */
const ALIKE = 0.6;
/** Shorter bodies, in UTF-16 units, are alike by chance. */
const SHORTEST = 80;
/** More of them are not compared one by one, and none beyond its beginning. */
const MOST_PAIRS = 10_000;
const BEGINNING = 4000;

/**
 * Which document is which: by address, else by file, by what the later one says that it was called, by number,
 * by title and issuer, at last by its text. In the order of the later side, then what vanished in the order of the earlier.
 */
export function pairDocuments(
  before: readonly SideDocument[],
  after: readonly SideDocument[],
): DocumentPair[] {
  const rest = { before: new Set(before), after: new Set(after) };
  const partners = new Map<SideDocument, SideDocument>();
  const pair = (old: SideDocument | undefined, now: SideDocument): void => {
    if (!old || !rest.before.has(old) || !rest.after.has(now)) return;
    partners.set(now, old);
    rest.before.delete(old);
    rest.after.delete(now);
  };
  for (const keys of KEYS) pairByKeys(rest, keys, pair);
  pairByText(rest, pair);
  return [
    ...after.map((now) => ({ before: partners.get(now), after: now })),
    ...before.filter((old) => rest.before.has(old)).map((old) => ({ before: old, after: undefined })),
  ];
}

interface Rest {
  before: ReadonlySet<SideDocument>;
  after: ReadonlySet<SideDocument>;
}
type Pair = (old: SideDocument | undefined, now: SideDocument) => void;

/** What an earlier document is known by, and what a later one may be known by, the surest first. */
interface Keys {
  old(document: SideDocument): readonly string[];
  now(document: SideDocument): readonly string[];
}
const number = ({ docNumber }: SideDocument): string[] => (docNumber === null ? [] : [docNumber]);
/** Two offices may use one title. */
const title = (document: SideDocument): string[] => {
  const issuer = document.fields.find(({ name }) => name === 'issuer')?.value;
  return issuer === undefined ? [] : [JSON.stringify([document.collection, document.title, issuer])];
};
const text = ({ body }: SideDocument): string[] => (body.trim().length < SHORTEST ? [] : [body]);
const KEYS: readonly Keys[] = [
  { old: ({ id }) => [id], now: ({ id }) => [id] },
  { old: ({ file }) => [file], now: ({ file }) => [file] },
  { old: (document) => [document.id, ...number(document)], now: ({ aliases }) => aliases },
  { old: number, now: number },
  { old: text, now: text },
  { old: title, now: title },
];

function pairByKeys({ before, after }: Rest, keys: Keys, pair: Pair): void {
  const known = new Map<string, SideDocument[]>();
  for (const old of before) for (const key of keys.old(old)) known.set(key, [...(known.get(key) ?? []), old]);
  for (const now of [...after]) {
    const found = keys.now(now).flatMap((key) => known.get(key) ?? []);
    pair(
      found.find((old) => before.has(old)),
      now,
    );
  }
}

/** A renamed document whose text was changed too: the most alike of the rest, if alike enough. */
function pairByText({ before, after }: Rest, pair: Pair): void {
  const long = ({ body }: SideDocument): boolean => body.length >= SHORTEST;
  const [olds, nows] = [[...before].filter(long), [...after].filter(long)];
  if (olds.length * nows.length > MOST_PAIRS) return;
  const grams = new Map(olds.map((old) => [old, pairsOf(old.body.slice(0, BEGINNING))]));
  for (const now of nows) {
    const own = pairsOf(now.body.slice(0, BEGINNING));
    const ranked = olds
      .filter((old) => before.has(old))
      .map((old) => ({ old, alike: likeness(grams.get(old) ?? new Set(), own) }))
      .filter(({ alike }) => alike >= ALIKE)
      .sort((a, b) => b.alike - a.alike);
    pair(ranked[0]?.old, now);
  }
}
