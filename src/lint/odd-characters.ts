import { CharacterSieve } from '../core/character-sieve.ts';
import type { TextEdit } from './issue.ts';
import type { Finding, LintDocument } from './rule.ts';
import { bodyOffset, filePlace } from './source-offsets.ts';

/** What a rule says of one odd character that stands in a line, once or more often. */
export interface OddCharacter {
  code: number;
  count: number;
}

type Verdict = Pick<Finding, 'found' | 'expected' | 'fix'> & {
  /** What may stand in its place without changing what the text says. */
  replacement?: string;
};

/**
 * One finding for each line and odd character of a file, its frontmatter included. Fields that their schema refuses,
 * and frontmatter that can't be read, are reported by the rules for these: they name the character already.
 * @param pattern matches one character; global.
 */
export function* characterFindings(
  document: LintDocument,
  pattern: RegExp,
  judge: (odd: OddCharacter) => Verdict,
): Generator<Finding> {
  const { source, problems } = document;
  const spelt = speltCharacters(source, pattern);
  if (spelt.length === 0 && (!mayHoldOdd(document) || source.text.search(pattern) < 0)) return;
  const reported = new Set(problems.map(({ path }) => source.lineOf(path)));
  const body = bodyOffset(source);
  const found = new Map<string, Found>();
  const plain = [...source.text.matchAll(pattern)].map(({ index, 0: char }) => ({ index, raw: char, char }));
  for (const { index, raw, char } of [...plain, ...spelt]) {
    const { line, column } = filePlace(source, index);
    const inFrontmatter = index < body;
    if (inFrontmatter && (source.syntaxProblems.length > 0 || reported.has(line))) continue;
    const key = `${line} ${raw}`;
    const entry = found.get(key) ?? { code: char.codePointAt(0) ?? 0, at: [], line, column, raw };
    entry.at.push(index);
    found.set(key, entry);
  }
  for (const { code, at, line, column, raw } of found.values()) {
    const { replacement, ...verdict } = judge({ code, count: at.length });
    const edits = at.map((start): TextEdit => {
      const edit = { start, end: start + raw.length, text: replacement ?? '' };
      return replacement ? { ...edit, replacesHan: true } : edit;
    });
    const place = { file: source.file, line, column };
    yield replacement === undefined ? { ...place, ...verdict } : { ...place, ...verdict, edits };
  }
}

/** What all patterns of odd characters leave alone: ASCII, common Han characters and punctuation, full-width forms. */
const ODD = new CharacterSieve([
  /[^\t\n\r -~\u00b7\u00d7\u2010-\u2027\u2030-\u203f\u2160-\u217f\u2190-\u2193\u2460-\u249b\u25a0-\u25ff\u3000-\u3029\u4e00-\u9fff\uff01-\uff60]/,
]);

/** Whether a file holds any other character; asked by several rules, found out once. */
function mayHoldOdd(document: LintDocument): boolean {
  const may = known.get(document) ?? ODD.classesIn(document.source.text) !== 0;
  known.set(document, may);
  return may;
}

const known = new WeakMap<LintDocument, boolean>();

interface Found {
  code: number;
  at: number[];
  line: number;
  column: number;
  /** As it stands in the file: itself, or a reference to it. */
  raw: string;
}

/** Names that HTML has for characters nobody sees. */
const NAMED: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  shy: '\u00ad',
  zwj: '\u200d',
  zwnj: '\u200c',
  lrm: '\u200e',
  rlm: '\u200f',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  hairsp: '\u200a',
  ZeroWidthSpace: '\u200b',
  NoBreak: '\u2060',
  NonBreakingSpace: '\u00a0',
};

const REFERENCE = /(?<!\\)&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{3,16}));/g;
const YAML_ESCAPE = /(?<!\\)\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8}))/g;

/** Characters that a body spells as references (&#8203; &shy;) and quoted YAML as escapes, which a page shows as themselves. */
function speltCharacters({ text, body }: LintDocument['source'], pattern: RegExp) {
  const start = text.length - body.length;
  const head = text.slice(0, start);
  const references = body.includes('&') ? [...body.matchAll(REFERENCE)] : [];
  const escapes = head.includes('\\') ? [...head.matchAll(YAML_ESCAPE)] : [];
  const spelt = [
    ...escapes.map(({ index, 0: raw, 1: x, 2: u, 3: long }) => ({
      ...{ index, raw, char: charOf(Number.parseInt(x ?? u ?? long ?? '0', 16)) },
    })),
    ...references.map(({ index, 0: raw, 1: decimal, 2: hex, 3: name }) => ({
      ...{ index: start + index, raw },
      char: name ? (NAMED[name] ?? '') : charOf(decimal ? Number(decimal) : Number.parseInt(hex ?? '0', 16)),
    })),
  ];
  return spelt.filter(({ char }) => char !== '' && char.search(pattern) >= 0);
}

function charOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
