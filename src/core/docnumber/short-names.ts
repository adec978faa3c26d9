/** Short names that a text gives to documents: 《甲》（以下简称《意见》）. */
import type { FoundDocNumber } from '../docnumber.ts';
import { lastEndingBefore } from './spans.ts';
import { between, numberBefore, type Scene } from './title-numbers.ts';
import type { TitleSpan } from './title-spans.ts';

/** A place where a text defines a short name, by indices into a scene; -1 where it says nothing. */
export interface Definition {
  /** Offset at which the name is known from. */
  at: number;
  /** The name without its marks. */
  name: string;
  /** The title that it stands for. */
  parent: number;
  /** The number that it stands for, where it is printed for the name itself. */
  number: number;
}

const CALLED = /(?:简称为?|统称为?|下称|又称|以下称)[“"：:\s]*$/u;
/** 以下分别简称《甲》《乙》: one name for each of as many titles. */
const SEVERALLY = /分别(?:简称为?|称为?)[“"：:\s]*$/u;
/** 以下统称《规定》: one name for all of them, so for none. */
const TOGETHER = /统称为?[“"：:\s]*$/u;
const NEXT_OF_SEVERAL = /^[”"“、和及与，,\s]*$/u;
/** 以下简称“意见”, or 简称意见 to the end of its bracket, later cited as 《意见》. */
const QUOTED =
  /(?:简称为?|下称|以下称)\s*[“"「『]([^“”"「」『』《》〈〉\n]{2,20})[”"」』]|(?:简称为?|下称|以下称)([一-龥]{2,12})(?=[）)，,；;])/gu;

const leadOf = (scene: Scene, span: TitleSpan): string =>
  scene.text.slice(Math.max(0, span.start - 10), span.start);

const nameOf = (scene: Scene, span: TitleSpan): string =>
  scene.text
    .slice(span.start, span.end)
    .replace(/[《》]/gu, '')
    .trim();

/** For each title that is a short name being defined, what it is defined as; sparse, by index of the title. */
export function findDefinitions(scene: Scene): Map<number, Definition> {
  const found = new Map<number, Definition>();
  scene.spans.forEach((span, index) => {
    const lead = leadOf(scene, span);
    if (found.has(index) || !CALLED.test(lead)) {
      if (SEVERALLY.test(lead)) for (const [at, each] of severally(scene, index)) found.set(at, each);
      return;
    }
    if (SEVERALLY.test(lead)) for (const [at, each] of severally(scene, index)) found.set(at, each);
    else found.set(index, single(scene, index, TOGETHER.test(lead)));
  });
  return found;
}

/** 《甲》和《乙》（以下分别简称《丙》《丁》）: 丙 is 甲, 丁 is 乙. */
function severally(scene: Scene, first: number): Map<number, Definition> {
  let count = 1;
  for (let next = scene.spans[first + count]; next; next = scene.spans[first + count]) {
    if (!NEXT_OF_SEVERAL.test(between(scene, scene.spans[first + count - 1]?.end ?? 0, next.start))) break;
    count++;
  }
  const definitions = new Map<number, Definition>();
  for (let index = first; index < first + count; index++) {
    const span = scene.spans[index];
    const parent = index - count;
    if (span)
      definitions.set(index, {
        at: span.start,
        name: nameOf(scene, span),
        parent: Math.max(parent, -1),
        number: -1,
      });
  }
  return definitions;
}

function single(scene: Scene, index: number, together: boolean): Definition {
  const span = scene.spans[index] ?? { start: 0, end: 0 };
  const meaning = meaningAt(scene, span.start, index - 1);
  const shared = together && isSameSentence(scene, index - 2, span.start);
  return { at: span.start, name: nameOf(scene, span), ...(shared ? { parent: -1, number: -1 } : meaning) };
}

/** What a name defined at `at` stands for: the number of its own bracket, the title before it in its sentence. */
function meaningAt(scene: Scene, at: number, before: number): Pick<Definition, 'parent' | 'number'> {
  const number = numberBefore(scene, at);
  const end = scene.numbers[number]?.end;
  const own = end !== undefined && /^[^()（）。《》]{0,14}$/u.test(between(scene, end, at));
  const parent = isSameSentence(scene, before, at) ? before : -1;
  return { parent, number: own || parent < 0 ? number : -1 };
}

function isSameSentence(scene: Scene, title: number, at: number): boolean {
  const end = scene.spans[title]?.end;
  return end !== undefined && !/[。\n]/u.test(between(scene, end, at));
}

/** Short names defined in quotes alone, in text order. */
export function findQuotedDefinitions(scene: Scene): Definition[] {
  return [...scene.text.matchAll(QUOTED)].flatMap((match) => {
    const before = lastEndingBefore(scene.spans, match.index);
    const { parent, number } = meaningAt(scene, match.index, before);
    const name = match[1] ?? match[2] ?? '';
    // Without a title or a number of its own bracket, the name is that of an office or a thing.
    return parent < 0 || !isBracketOf(scene, parent, match.index)
      ? []
      : [{ at: match.index, name: name.trim(), parent, number }];
  });
}

/** Does the definition stand in the bracket right behind its title? */
function isBracketOf(scene: Scene, parent: number, at: number): boolean {
  const gap = between(scene, scene.spans[parent]?.end ?? 0, at);
  return /^\s*[（(][^（）()。]{0,60}$/u.test(gap.replace(/[〔[（(]\d{4}[〕\]）)]/gu, ''));
}

/** The canonical form of the number that a definition stands for; `links` are those of the titles. */
export function definedNumber(
  { parent, number }: Definition,
  links: readonly number[],
  numbers: readonly FoundDocNumber[],
): string | undefined {
  return numbers[number >= 0 ? number : (links[parent] ?? -1)]?.canonical;
}
