import { findDocNumbers } from '../core/docnumber.ts';
import { numberKey } from '../core/number-key.ts';
import type { RelationResolver } from '../core/relations.ts';
import type { LintEntry } from './entries.ts';

/** What the basis of a status names. */
export interface StatusBasis {
  /** Documents other than its own by number, also in a sentence, or one by its id: canonical numbers, or the id. */
  names: readonly string[];
  /** Ids of those that the library holds, without the ambiguous. */
  held: ReadonlySet<string>;
}

/** Reads the basis of a document's status; `codes` are the known agency codes. */
export function statusBasis(
  { document, docNumber }: LintEntry,
  answeringTo: RelationResolver,
  codes: readonly string[],
): StatusBasis {
  const { status } = document.data;
  const basis = status && 'basis' in status ? status.basis.trim() : '';
  const own = docNumber === null ? undefined : numberKey(docNumber);
  const numbers = findDocNumbers(basis, codes).flatMap(({ canonical }) =>
    numberKey(canonical) === own ? [] : canonical,
  );
  const names = numbers.length === 0 && answeringTo(basis).length > 0 ? [basis] : [...new Set(numbers)];
  const answering = names.map(answeringTo).filter((ids) => ids.length === 1);
  return { names, held: new Set(answering.flat()) };
}
