import { formatNumber, knowsFormat } from '../number-format.ts';
import { levelOf, type Styles } from './styles.ts';
import { signsIn } from './symbols.ts';
import { attribute, child, elements, isOn, type XmlElement } from './xml.ts';

/** What Word puts before a numbered paragraph. */
export interface Label {
  /** With its brackets or dots; a bullet as a sign that any font has. */
  text: string;
  /** What stands between it and the text. */
  suffix: 'tab' | 'space' | 'nothing';
  bullet: boolean;
  /** A format or bullet that could not be written as Word shows it. */
  unknown?: string;
}

/** The numberings of a file; it counts, so each paragraph must be asked for once, in order. */
export interface Numbering {
  /** The label of the next paragraph of a numbering; undefined when there is no such numbering. */
  next(numId: string, level: number): Label | undefined;
  /** The level that a numbering keeps for one of the styles, nearest first; undefined when for none. */
  levelFor(numId: string, styles: readonly string[]): number | undefined;
}

interface Level {
  start: number;
  format: string;
  pattern: string;
  text: string;
  suffix: Label['suffix'];
  /** All numbers in plain digits. */
  legal: boolean;
  /** It begins anew after a level up to this, counted from 1; 0 never, undefined after any above it. */
  restart: number | undefined;
  style: string | undefined;
  font: string;
  picture: boolean;
}

interface Num {
  /** Key of what counts: numberings of one abstract numbering go on counting together. */
  abstract: string;
  levels: Level[];
  /** Levels at which this numbering starts anew. */
  starts: Map<number, number>;
}

const LEVELS = 9;
const NO_LEVEL: Level = {
  ...{ start: 1, format: 'decimal', pattern: '', text: '', suffix: 'tab', legal: false },
  ...{ restart: undefined, style: undefined, font: '', picture: false },
};

/** Reads word/numbering.xml; a file without it numbers nothing. */
export function readNumbering(root: XmlElement | undefined, styles: Styles): Numbering {
  const nums = readNums(root, styles);
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return {
    levelFor: (numId, chain) => {
      const levels = nums.get(numId)?.levels ?? [];
      const found = chain.map((style) => levels.findIndex((level) => level.style === style));
      return found.find((level) => level >= 0);
    },
    next: (numId, level) => {
      const num = nums.get(numId);
      if (!num) return undefined;
      const counted = counters.get(num.abstract) ?? [];
      counters.set(num.abstract, counted);
      const key = `${numId} ${level}`;
      const fresh = begun.has(key) ? undefined : num.starts.get(level);
      begun.add(key);
      count(counted, num.levels, level, fresh);
      return labelOf(num.levels, level, counted);
    },
  };
}

function count(
  counted: (number | undefined)[],
  levels: readonly Level[],
  level: number,
  fresh: number | undefined,
): void {
  const before = counted[level];
  counted[level] = fresh ?? (before === undefined ? (levels[level]?.start ?? 1) : before + 1);
  for (let below = level + 1; below < LEVELS; below++) {
    const restart = levels[below]?.restart;
    if (restart === undefined || level < restart) counted[below] = undefined;
  }
}

function labelOf(levels: readonly Level[], level: number, counted: readonly (number | undefined)[]): Label {
  const own = levels[level] ?? NO_LEVEL;
  if (own.format === 'bullet') return bulletOf(own);
  const unknown = new Set<string>();
  const text = own.text.replace(/%([1-9])/g, (_all, digit: string) => {
    const at = Number(digit) - 1;
    const { format, pattern, start } = levels[at] ?? NO_LEVEL;
    if (!knowsFormat(format)) unknown.add(format);
    return formatNumber(counted[at] ?? start, own.legal ? 'decimal' : format, pattern);
  });
  const strange = [...unknown].join('、');
  return { text, suffix: own.suffix, bullet: false, ...(strange === '' ? {} : { unknown: strange }) };
}

function bulletOf({ text, font, suffix, picture }: Level): Label {
  const { signs, unknown } = signsIn(text, font);
  const shown = picture ? '•' : signs;
  return { text: shown, suffix, bullet: true, ...(unknown === '' ? {} : { unknown }) };
}

function readNums(root: XmlElement | undefined, styles: Styles): Map<string, Num> {
  const all = root ? elements(root) : [];
  const keyed = (name: string, key: string): Map<string, XmlElement> =>
    new Map(
      all.filter((each) => each.name === name).map((each) => [attribute(each, key) ?? '', each] as const),
    );
  const abstracts = keyed('w:abstractNum', 'w:abstractNumId');
  const nums = keyed('w:num', 'w:numId');
  const abstractOf = (numId: string, steps = 0): string => {
    const id = attribute(child(nums.get(numId), 'w:abstractNumId'), 'w:val') ?? '';
    const link = attribute(child(abstracts.get(id), 'w:numStyleLink'), 'w:val');
    const linked = link === undefined ? undefined : styles.numberingOf(link);
    return linked === undefined || steps > 5 ? id : abstractOf(linked, steps + 1);
  };
  const read = [...nums].flatMap(([numId, num]): [string, Num][] => {
    const abstract = abstractOf(numId);
    const definition = abstracts.get(abstract);
    return definition && numId !== '0'
      ? [[numId, { abstract, ...overridden(readLevels(definition), num) }]]
      : [];
  });
  return new Map(read);
}

function overridden(levels: Level[], num: XmlElement): Pick<Num, 'levels' | 'starts'> {
  const starts = new Map<number, number>();
  for (const override of elements(num).filter(({ name }) => name === 'w:lvlOverride')) {
    const level = levelOf(attribute(override, 'w:ilvl') ?? '');
    const start = integer(attribute(child(override, 'w:startOverride'), 'w:val'));
    if (start !== undefined) starts.set(level, start);
    const replaced = child(override, 'w:lvl');
    if (replaced) levels[level] = readLevel(replaced);
  }
  return { levels, starts };
}

function readLevels(definition: XmlElement): Level[] {
  const levels: Level[] = Array.from({ length: LEVELS }, () => NO_LEVEL);
  for (const each of elements(definition).filter(({ name }) => name === 'w:lvl'))
    levels[levelOf(attribute(each, 'w:ilvl') ?? '')] = readLevel(each);
  return levels;
}

function readLevel(level: XmlElement): Level {
  const value = (name: string): string | undefined => attribute(child(level, `w:${name}`), 'w:val');
  const format = child(level, 'w:numFmt');
  const fonts = child(level, 'w:rPr', 'w:rFonts');
  const suffix = value('suff');
  return {
    start: integer(value('start')) ?? 0,
    format: attribute(format, 'w:val') ?? 'decimal',
    pattern: attribute(format, 'w:format') ?? '',
    text: value('lvlText') ?? '',
    suffix: suffix === 'space' || suffix === 'nothing' ? suffix : 'tab',
    legal: isOn(child(level, 'w:isLgl')) ?? false,
    restart: integer(value('lvlRestart')),
    style: value('pStyle'),
    font: attribute(fonts, 'w:ascii') ?? attribute(fonts, 'w:hAnsi') ?? '',
    picture: child(level, 'w:lvlPicBulletId') !== undefined,
  };
}

/** A whole number that a list can count to. */
function integer(value: string | undefined): number | undefined {
  const number = Number(value ?? Number.NaN);
  return Number.isInteger(number) && number >= 0 && number < 1_000_000 ? number : undefined;
}
