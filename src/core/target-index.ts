import { parseDocNumber } from './docnumber.ts';
import { issueMoment, type Moment } from './moments.ts';
import { normalizeTitle } from './normalize-title.ts';
import { numberKey } from './number-key.ts';
import { titleKeys } from './title-keys.ts';

/** What a document is found by when it is cited. */
export interface Citable {
  title: string;
  issuer: string;
  docNumber: string | null;
  /** Former ids and numbers; a number among them still leads to the document. */
  aliases: readonly string[];
}

/** What answers to each number and each title; more than one means that a citation of it is ambiguous. */
export interface TargetIndex<Target> {
  /** `numberKey` → targets. */
  numbers: ReadonlyMap<string, readonly Target[]>;
  /** `normalizeTitle` → targets that bear the title; where none does, those that issue a text so titled. */
  titles: ReadonlyMap<string, readonly Target[]>;
}

/** Indexes documents by all that they may be cited by; `targetOf` makes what the index gives back. */
export function buildTargetIndex<Document extends Citable, Target>(
  documents: readonly Document[],
  targetOf: (document: Document) => Target,
): TargetIndex<Target> {
  const numbers = new Map<string, Target[]>();
  const own = new Map<string, Target[]>();
  const issued = new Map<string, Target[]>();
  for (const document of documents) {
    const target = targetOf(document);
    for (const number of documentNumbers(document)) add(numbers, numberKey(number), target);
    const titles = titleKeys(document);
    for (const title of titles.own) add(own, title, target);
    for (const title of titles.issued) add(issued, title, target);
  }
  return { numbers, titles: new Map([...issued, ...own]) };
}

function add<Target>(index: Map<string, Target[]>, key: string, target: Target): void {
  const targets = index.get(key);
  if (targets) targets.push(target);
  else index.set(key, [target]);
}

/** Canonical numbers that lead to a document: its own and its former ones. */
export function documentNumbers({ docNumber, aliases }: Pick<Citable, 'docNumber' | 'aliases'>): string[] {
  if (aliases.length === 0) return docNumber === null ? [] : [docNumber];
  const former = aliases.filter((alias) => parseDocNumber(alias) !== undefined);
  return [...new Set(docNumber === null ? former : [docNumber, ...former])];
}

/** All that a number, or a title cited without one, may mean; none when the library lacks it. */
export function findTargets<Target>(
  index: TargetIndex<Target>,
  { canonical, title }: { canonical: string | null; title: string | null },
): readonly Target[] {
  return canonical === null
    ? (index.titles.get(normalizeTitle(title ?? '')) ?? [])
    : (index.numbers.get(numberKey(canonical)) ?? []);
}

/**
 * The same for a citation in a document issued at `citing`. The one document that bears a title is not meant when it was
 * certainly issued later: offices reuse titles, and the text speaks of an earlier one that the library lacks.
 */
export function findCited<Target extends { issuedOn: string | null; docNumber: string | null }>(
  index: TargetIndex<Target>,
  reference: { canonical: string | null; title: string | null },
  citing: Moment | undefined,
): readonly Target[] {
  const targets = findTargets(index, reference);
  const [only, second] = targets;
  if (!only || second || reference.canonical !== null || !citing) return targets;
  const issued = issueMoment(only);
  return issued && issued.first > citing.last ? [] : targets;
}
