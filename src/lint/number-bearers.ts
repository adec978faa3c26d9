import { numberKey } from '../core/number-key.ts';
import { documentNumbers } from '../core/target-index.ts';
import { claimedNumber } from './claims.ts';
import type { LintDocument } from './rule.ts';

const known = new WeakMap<readonly LintDocument[], Map<string, LintDocument[]>>();

/** `numberKey` → the documents that bear the number or bore it before, those with a fault included. Made once a check. */
export function numberBearers(
  documents: readonly LintDocument[],
): ReadonlyMap<string, readonly LintDocument[]> {
  const bearers = known.get(documents) ?? gather(documents);
  known.set(documents, bearers);
  return bearers;
}

function gather(documents: readonly LintDocument[]): Map<string, LintDocument[]> {
  const bearers = new Map<string, LintDocument[]>();
  for (const document of documents) {
    const numbers = documentNumbers({
      docNumber: claimedNumber(document) ?? null,
      aliases: document.data.aliases ?? [],
    });
    for (const key of new Set(numbers.map(numberKey))) {
      const beside = bearers.get(key);
      if (beside) beside.push(document);
      else bearers.set(key, [document]);
    }
  }
  return bearers;
}

/** The number of an address such as /n/云教发〔2012〕3号/. */
export function numberOfPath(path: string): string | undefined {
  return /^\/n\/([^/]+)\/$/.exec(path)?.[1];
}

/**
 * Whether an address leads to what it was published for. That of a number leads to a document; where none bears the
 * number, the page that is there because the number is cited says that the library lacks it.
 */
export function leadsOn(
  path: string,
  { documents, pages }: { documents: readonly LintDocument[]; pages: ReadonlySet<string> },
): boolean {
  const number = numberOfPath(path);
  return pages.has(path) && (number === undefined || numberBearers(documents).has(numberKey(number)));
}
