import { type CitedTitle, findCitedTitles } from '../core/cited-titles.ts';
import { type FoundDocNumber, findDocNumbers } from '../core/docnumber.ts';
import { isTextBlock, nodesOf, placeIn, textRuns } from './body.ts';
import type { LintContext, LintDocument } from './rule.ts';

/** A number or a title cited in a document's text, with its place in the file. */
export interface TextCitation {
  document: LintDocument;
  canonical: string | null;
  title: string | null;
  /** As printed. */
  raw: string;
  /** In the body; turned into one of the file by `bodyFinding`. */
  at: { line: number; column?: number };
}

const known = new WeakMap<readonly LintDocument[], TextCitation[]>();

/** Everything that the texts cite, found in the syntax trees: nothing is rendered for it. Made once a check. */
export function textCitations({
  documents,
  agencies,
}: Pick<LintContext, 'documents' | 'agencies'>): TextCitation[] {
  const codes = agencies.entries.map(({ code }) => code);
  const found = known.get(documents) ?? documents.flatMap((document) => citationsIn(document, codes));
  known.set(documents, found);
  return found;
}

function citationsIn(document: LintDocument, codes: readonly string[]): TextCitation[] {
  return [...nodesOf(document.body.tree)].filter(isTextBlock).flatMap((block) => {
    const runs = textRuns(block);
    const text = runs.map((run) => run.text).join('');
    if (!/[号號》]/u.test(text)) return [];
    const numbers = findDocNumbers(text, codes);
    const titles = findCitedTitles(text, numbers);
    const at = (index: number) => placeIn(runs, index);
    return [
      ...numbers.map((number) => numbered(number, titles, document, at(number.start))),
      ...titles
        .filter((title) => title.for === undefined)
        .map(({ title, raw, start }) => ({
          ...{ document, canonical: null, title, raw, at: at(start) },
        })),
    ];
  });
}

function numbered(
  { canonical, raw }: FoundDocNumber,
  titles: readonly CitedTitle[],
  document: LintDocument,
  at: TextCitation['at'],
): TextCitation {
  const title = titles.find((each) => each.for === canonical)?.title ?? null;
  return { document, canonical, title, raw, at };
}
