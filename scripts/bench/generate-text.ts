import { formatChineseNumeral } from '../../src/core/numerals.ts';
import { escapePieces } from '../../src/import/escape.ts';
import { printNumber } from './citations.ts';
import { FIRST_YEAR, type GeneratedRecord } from './generate-records.ts';
import type { Random } from './random.ts';
import {
  ACTIONS,
  ACTORS,
  BUREAUS,
  DEMANDS,
  LEADS,
  MANNERS,
  MEANS,
  OBJECTS,
  PARTS,
  PURPOSES,
  SCHOOL_KINDS,
  SCHOOL_PLACES,
} from './vocabulary.ts';

/** What the text of a document may cite. */
export interface Citable {
  readonly library: readonly GeneratedRecord[];
  /** The document itself, which cites itself nowhere. */
  readonly self: GeneratedRecord;
}

/** Characters of a body, about: a quarter more or less. */
const LENGTH = 5300;

/** Writes the MDX body of a document: 一、（一）1. clauses, a table now and then, citations in varied print. */
export function generateBody(citable: Citable, random: Random): string {
  const write = (text: string, heading = false): string =>
    escapePieces([{ text, supplied: false }], heading ? 'heading' : 'paragraph');
  const blocks = [write(openingParagraph(citable, random))];
  const wanted = LENGTH * (0.75 + random.below(50) / 100);
  let length = 0;
  for (const [part, heading] of PARTS.entries()) {
    blocks.push(`## ${write(`${formatChineseNumeral(part + 1)}、${heading}`, true)}`);
    for (let section = 1; length < (wanted * (part + 1)) / PARTS.length; section++) {
      const theme = `${random.pick(ACTIONS)}${random.pick(OBJECTS)}`;
      blocks.push(`### ${write(`（${formatChineseNumeral(section)}）${theme}`, true)}`);
      const items = Array.from({ length: 2 + random.below(4) }, (_, item) => {
        return write(`${item + 1}.${itemText(citable, random)}`);
      });
      length += items.join('').length;
      blocks.push(...items);
    }
    if (random.chance(0.1)) blocks.push(table(random));
  }
  return `${blocks.join('\n\n')}\n`;
}

function openingParagraph(citable: Citable, random: Random): string {
  const grounds = [cite(citable, random), cite(citable, random)].join('和');
  return `${random.pick(LEADS)}${grounds}，${random.pick(MEANS)}，${random.pick(PURPOSES)}，现将有关工作安排如下。`;
}

function itemText(citable: Citable, random: Random): string {
  const sentences = Array.from({ length: 1 + random.below(3) }, () => sentence(random));
  if (random.chance(0.12)) {
    sentences.push(`${random.pick(LEADS)}${cite(citable, random)}的要求，${random.pick(DEMANDS)}。`);
  }
  return sentences.join('');
}

const SENTENCES: ReadonlyArray<(random: Random) => string> = [
  (r) =>
    `${r.pick(ACTORS)}要${r.pick(MEANS)}，${r.pick(MANNERS)}${r.pick(ACTIONS)}${r.pick(OBJECTS)}，${r.pick(PURPOSES)}。`,
  (r) => `${r.pick(MEANS)}，${r.pick(ACTIONS)}${r.pick(OBJECTS)}和${r.pick(OBJECTS)}，${r.pick(DEMANDS)}。`,
  (r) => `${1 + r.below(12)}月份在${school(r)}${r.pick(ACTIONS)}${r.pick(OBJECTS)}，${r.pick(ACTORS)}参加。`,
  (r) =>
    `全年听课不少于${20 + r.below(80)}节，${r.pick(OBJECTS)}覆盖率达到${60 + r.below(40)}.${r.below(10)}%以上。`,
  (r) =>
    `${school(r)}、${school(r)}等${2 + r.below(30)}所学校${r.pick(MANNERS)}${r.pick(ACTIONS)}${r.pick(OBJECTS)}；${r.pick(DEMANDS)}。`,
  (r) =>
    `对${r.pick(OBJECTS)}中出现的问题，由${r.pick(ACTORS)}${r.pick(MEANS)}，${r.pick(MANNERS)}${r.pick(ACTIONS)}，以${r.pick(PURPOSES)}。`,
];

const sentence = (random: Random): string => random.pick(SENTENCES)(random);

const school = (random: Random): string => `${random.pick(SCHOOL_PLACES)}${random.pick(SCHOOL_KINDS)}`;

/** A document of the library by number, with or without its title, or by title alone, or a number that nobody holds. */
function cite({ library, self }: Citable, random: Random): string {
  const cited = pickEarlier(library, self, random);
  if (!cited || random.chance(0.15)) return missingNumber(self, random);
  const { title, number } = cited;
  const printed = printNumber(number, random);
  return random.pick([`《${title}》（${printed}）`, printed, printed, `${printed}文件`, `《${title}》`]);
}

/** Another document of no later year; undefined where a few tries find none. */
function pickEarlier(
  library: readonly GeneratedRecord[],
  self: GeneratedRecord,
  random: Random,
): GeneratedRecord | undefined {
  for (let tries = 0; tries < 8; tries++) {
    const cited = random.pick(library);
    if (cited !== self && cited.number.year <= self.number.year) return cited;
  }
  return undefined;
}

/** Sequences of the library's own numbers stay far below these. */
const FIRST_MISSING = 9001;

function missingNumber(self: GeneratedRecord, random: Random): string {
  const number = {
    code: random.pick(BUREAUS).code,
    year: FIRST_YEAR + random.below(self.number.year - FIRST_YEAR + 1),
    sequence: FIRST_MISSING + random.below(40),
  };
  return printNumber(number, random);
}

/** Cells such as 青石小学 and 学期内8节 share a character where they meet, so that 小学期 must not be found there. */
function table(random: Random): string {
  const rows = Array.from({ length: 4 + random.below(5) }, () => {
    return `| ${school(random)} | 学期内${random.below(60)}节 | ${random.pick(OBJECTS)} |`;
  });
  return ['| 学校 | 听课节数 | 承担的活动 |', '| --- | --- | --- |', ...rows].join('\n');
}
