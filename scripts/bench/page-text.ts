/**
 * The searchable text of a built page, and what it means for it to contain a query: written from what the help page
 * promises and from nothing in src/search, so that the two can be wrong only apart from each other.
 */
import { Parser } from 'htmlparser2';

/** Elements that begin and end a line of text. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form h1 h2 ' +
    'h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
const UNREAD = new Set('button script style svg template'.split(' '));
const EMPTY = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const REGIONS = ['data-document-title', 'data-document-facts', 'data-document-body', 'data-document-notes'];

interface Open {
  readonly searched: boolean;
  readonly hidden: boolean;
}

/** The lines of a page's title, 要素, body and notes, as printed; none is empty. */
export function searchableLines(html: string): string[] {
  const lines: string[] = [];
  const open: Open[] = [];
  let line = '';
  const endLine = (): void => {
    if (line.trim() !== '') lines.push(line);
    line = '';
  };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (BLOCKS.has(name)) endLine();
      if (name === 'br') line += ' ';
      if (EMPTY.has(name)) return;
      const parent = open.at(-1);
      open.push({
        searched: parent?.searched === true || REGIONS.some((region) => region in attributes),
        hidden: parent?.hidden === true || UNREAD.has(name) || isMarkedHidden(attributes),
      });
    },
    ontext: (text) => {
      const here = open.at(-1);
      if (here?.searched && !here.hidden) line += text;
    },
    onclosetag: (name) => {
      if (BLOCKS.has(name)) endLine();
      if (!EMPTY.has(name)) open.pop();
    },
  });
  parser.end(html);
  return lines;
}

const isMarkedHidden = (attributes: Readonly<Record<string, string>>): boolean =>
  'hidden' in attributes || 'data-search-ignore' in attributes;

/**
 * Shapes that make no difference: each class is compared as its first character. A straight quote has no direction, so
 * quotes are one class.
 */
const SAME: readonly string[] = [
  '([{〔【〖〘〚⟦⟨⟮❨❲❴',
  ')]}〕】〗〙〛⟧⟩⟯❩❳❵',
  '《〈',
  '》〉',
  '"“”„‟\'‘’‚‛「」『』«»‹›〝〞〟`′',
];
const FOLDS = new Map(
  SAME.flatMap((same) => [...same].map((mark): [string, string] => [mark, same[0] ?? ''])),
);
const FOLDED = new RegExp(
  `[${[...FOLDS.keys()].map((mark) => `\\u{${mark.codePointAt(0)?.toString(16)}}`).join('')}]`,
  'gu',
);

/** Text as it is compared: width, case, spaces, shapes of brackets and quotes put aside. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cc}\p{Cf}]/gu, '')
    .replace(FOLDED, (mark) => FOLDS.get(mark) ?? mark);
}
