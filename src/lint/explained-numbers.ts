import { findDocNumbers } from '../core/docnumber.ts';
import { numberKey } from '../core/number-key.ts';
import type { LintDocument } from './rule.ts';

/**
 * Keys of the numbers that an editor's note speaks of: the texts are printed as they came, and what is odd about a
 * citation is said there. `codes` are the known agency codes.
 */
export function explainedNumbers({ data }: LintDocument, codes: readonly string[]): Set<string> {
  const texts = (data.notes ?? []).map(({ text }) => text);
  return new Set(
    texts.flatMap((text) => findDocNumbers(text, codes).map(({ canonical }) => numberKey(canonical))),
  );
}
