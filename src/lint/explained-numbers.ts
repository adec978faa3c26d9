import { findDocNumbers } from '../core/docnumber.ts';
import { numberKey } from '../core/number-key.ts';
import { editorialCodes } from '../core/seen-codes.ts';
import { entriesOf } from './entries.ts';
import type { LintContext, LintDocument } from './rule.ts';

/** Keys of the numbers that an editor's note of a document speaks of. */
export type ExplainedNumbers = (document: LintDocument) => ReadonlySet<string>;

/**
 * Makes the finder of what editors' notes explain: the texts are printed as they came, and what is odd about a citation
 * is said there. Numbers are found by the same codes as where the site links the notes.
 */
export function explainedNumbers({
  documents,
  agencies,
}: Pick<LintContext, 'documents' | 'agencies'>): ExplainedNumbers {
  const registered = agencies.entries.map(({ code }) => code);
  const codes = editorialCodes(registered, entriesOf(documents));
  return ({ data }) => {
    const found = (data.notes ?? []).flatMap(({ text }) => findDocNumbers(text, codes));
    return new Set(found.map(({ canonical }) => numberKey(canonical)));
  };
}
