/**
 * Characters that traditional text writes where simplified text has another, and that simplified text has too, for
 * something else: 隨著 is 随着, but 著作 stays 著作. One table cannot tell; so traditional text and queries, known by the
 * variants in them, are compared in both readings, and simplified ones always literally.
 */
import { normalise } from './normalise.ts';
import type { Keyword, Query } from './query.ts';
import { foldVariants, type Variants } from './variants.ts';

/**
 * What may also be read otherwise, and the reading, which is as long: after folding, so 計畫 is 计画 by now. The most
 * frequent come first: of a query with many of them only some can be tried (MOST_READINGS).
 */
const READINGS: ReadonlyArray<readonly [string, string]> = (
  '徵征 瞭了 著着 覆复 计画计划 规画规划 乾干 藉借 摺折 彷仿 拚拼 筹画筹划 策画策划 甚么什么 家俱家具 座标坐标 ' +
  '沈沉 昇升 陞升 祇只 氾泛 脩修 谿溪 劄札 扞捍 甦苏'
)
  .split(' ')
  .map((pair) => [pair.slice(0, pair.length / 2), pair.slice(pair.length / 2)]);

/** A text in which everything ambiguous is read as in simplified text. */
export function readSimplified(text: string): string {
  return READINGS.reduce((read, [from, to]) => read.replaceAll(from, to), text);
}

/**
 * The forms in which a text of a document is compared, all as long as the first: normalised and folded; and, if that
 * shows the text to be traditional, with everything ambiguous read as simplified.
 */
export function textForms(text: string, variants: Variants | undefined): string[] {
  const plain = normalise(text);
  const folded = variants ? foldVariants(plain, variants) : plain;
  const read = folded === plain ? folded : readSimplified(folded);
  return read === folded ? [folded] : [folded, read];
}

// Each ambiguous character of a query doubles its readings, and each reading is searched for.
const MOST_READINGS = 8;

/**
 * The readings of a folded text, in which each ambiguous character or word may be either; the first is the text, the
 * last has all of them read as simplified. Of too many there are only these two.
 */
function readingsOf(folded: string): string[] {
  const ambiguous = READINGS.filter(([from]) => folded.includes(from));
  if (2 ** ambiguous.length > MOST_READINGS) return [folded, readSimplified(folded)];
  let readings = [folded];
  for (const [from, to] of ambiguous) {
    readings = readings.flatMap((reading) => [reading, reading.replaceAll(from, to)]);
  }
  return [...new Set([...readings, readSimplified(folded)])];
}

const isTraditional = ({ text, normalised }: Keyword): boolean => normalise(text) !== normalised;

function addReadings(keyword: Keyword): Keyword {
  const [, ...readings] = readingsOf(keyword.normalised);
  return readings.length > 0 ? { ...keyword, readings } : keyword;
}

/** A query parsed with a table of variants; if any of it is traditional, with the readings of all of it. */
export function readAmbiguous(query: Query): Query {
  if (![...query.include, ...query.exclude].some(isTraditional)) return query;
  return { include: query.include.map(addReadings), exclude: query.exclude.map(addReadings) };
}

const formsOf = ({ readings = [], ...keyword }: Keyword): Keyword[] =>
  [keyword.normalised, ...readings].map((normalised) => ({ ...keyword, normalised }));

/**
 * The queries without readings that together find what `query` does, the literal one first: one for each way to read
 * its keywords; of too many ways the literal one, and the one in which all is read as simplified. What is excluded is
 * excluded in all its readings.
 */
export function plainQueries(query: Query): Query[] {
  const exclude = query.exclude.flatMap(formsOf);
  const forms = query.include.map(formsOf);
  const ways = forms.reduce((product, each) => product * each.length, 1);
  const few =
    ways <= MOST_READINGS
      ? everyWay(forms)
      : [forms.map(([first]) => first), forms.map((each) => each.at(-1))];
  return few.map((include) => ({ include: include.filter((keyword) => keyword !== undefined), exclude }));
}

/** All ways to take one form of each keyword. */
function everyWay(forms: readonly Keyword[][]): Keyword[][] {
  return forms.reduce<Keyword[][]>(
    (ways, each) => ways.flatMap((way) => each.map((form) => [...way, form])),
    [[]],
  );
}
