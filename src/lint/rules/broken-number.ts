import { findDocNumbers } from '../../core/docnumber.ts';
import { bodyFinding, isTextBlock, nodesOf, placeIn, textRuns } from '../body.ts';
import { defineDocumentRule } from '../rule.ts';

/**
 * What is surely meant as a document number but can't be read as one. Only where an agency code (a word ending in
 * 字, 发, 函 or 办) stands before the bracket: whatever is less sure passes. Only two characters of the code are
 * matched, as a longer run would be tried again from each of its characters: time with the square of its length.
 * Sticky: they are tried where such a word ends.
 */
const BROKEN: readonly {
  pattern: RegExp;
  what: string;
  /** Told although the site can read the number. */
  readable?: boolean;
}[] = [
  {
    pattern: /\p{Script=Han}[字发函办]\s?[〔［[【（(](?:\d{1,3}|\d{5,})[〕］\]】）)]\s?第?\d+\s?号/uy,
    what: '年份不是四位',
  },
  { pattern: /\p{Script=Han}[字发函办]\s?[〔［[]\d{4}[〕］\]]\s?号/uy, what: '没有序号' },
  {
    pattern: /\p{Script=Han}[字发函办]\s?〔\d{4}〕\s?第?\d+(?!\s*[\d号號、,，和及与至~～—-])/uy,
    what: '缺“号”字',
  },
  { pattern: /\p{Script=Han}[字发函办]\s?〔\d{4}\s?\d*\s?号/uy, what: '缺右括号' },
  { pattern: /\p{Script=Han}[字发函办]\s?\d{4}\s?[〕］\]】]\s?第?\d+\s?号/uy, what: '缺左括号' },
  {
    pattern: /\p{Script=Han}[字发函办]\s?(?:〔\d{4}[］\]）)】]|[［[（(【]\d{4}〕)\s?第?\d+\s?号/uy,
    what: '两半括号不同',
    readable: true,
  },
  {
    pattern:
      /\p{Script=Han}[字发函办]\s?[〔［[【（(](?=[\dOolI]{0,4}[OolI])[\dOolI]{4}[〕］\]】）)]\s?第?[\dOolI]+\s?号/uy,
    what: '年份里夹着字母',
    readable: true,
  },
  {
    pattern:
      /\p{Script=Han}[字发函办]\s?[〔［[【（(]\d{4}[〕］\]】）)]\s?第?(?=\d*[OolIZS])[\dOolIZS]+\s?号/uy,
    what: '序号里夹着字母',
    readable: true,
  },
  {
    pattern: /\p{Script=Han}[字发函办]\s?[〔［[]\d{4}[〕］\]]\s?第?[×xX＊*○□_]+\s?号/uy,
    what: '的序号没有写出',
  },
];

export default defineDocumentRule({
  id: 'broken-number',
  severity: 'warning',
  *check(document) {
    for (const block of nodesOf(document.body.tree)) {
      if (!isTextBlock(block)) continue;
      const runs = textRuns(block);
      const text = runs.map((run) => run.text).join('');
      for (const { index, raw, what } of brokenNumbers(text)) {
        yield bodyFinding(document, placeIn(runs, index), {
          found: `文号“${raw}”${what}`,
          expected: '完整的文号，如 云教研字〔2012〕3号',
          fix: '对照原件改正；原件就是这样印的，保留原样，在编者注（notes）里说明',
        });
      }
    }
  },
});

/** What every one of them begins with, but for the character before; one of them stands in most texts with a number. */
const BEGINNING = /[字发函办]\s?(?:[〔［[【（(][\dOolI]|\d)/g;
const MAY_BE_BROKEN = /[字发函办]\s?(?:[〔［[【（(][\dOlI]|\d{4}\s?[〕］\]】])/;

/** The matches of a pattern among the places where one can begin, none within another. */
function matchesAt(text: string, places: readonly number[], pattern: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  let from = 0;
  for (const place of places) {
    if (place < from) continue;
    pattern.lastIndex = place;
    const match = pattern.exec(text);
    if (!match) continue;
    matches.push(match);
    from = match.index + match[0].length;
  }
  return matches;
}

/** Where the character before each of these words begins: it may be one of two units. */
function placesIn(text: string): number[] {
  return Array.from(text.matchAll(BEGINNING), ({ index }) =>
    /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, index - 2), index))
      ? index - 2
      : index - 1,
  ).filter((place) => place >= 0);
}

function brokenNumbers(text: string): { index: number; raw: string; what: string }[] {
  if (!MAY_BE_BROKEN.test(text)) return [];
  const places = placesIn(text);
  const suspects = BROKEN.map(({ pattern, what, readable = false }) => ({
    ...{ what, readable, matches: matchesAt(text, places, pattern) },
  }));
  if (suspects.every(({ matches }) => matches.length === 0)) return [];
  const good = findDocNumbers(text);
  return suspects
    .flatMap(({ matches, what, readable }) =>
      matches.flatMap((match) => {
        const end = match.index + match[0].length;
        if (!readable && good.some((number) => number.start < end && match.index < number.end)) return [];
        const start = codeStart(text, match.index);
        return [{ index: start, raw: text.slice(start, end), what }];
      }),
    )
    .sort((a, b) => a.index - b.index);
}

/** The code's left edge is not known here: up to six more characters are quoted, no further than the Han text goes. */
function codeStart(text: string, index: number): number {
  const before = text.slice(Math.max(0, index - 6), index);
  return index - (/\p{Script=Han}*$/u.exec(before)?.[0].length ?? 0);
}
