import type { Exception } from '../schema/registers.ts';
import { mayBeExcepted } from '../schema/severity.ts';
import type { Issue } from './issue.ts';
import type { LintContext } from './rule.ts';

/** An issue that exceptions.yml keeps out of the report, with the reason given there. */
export interface ExceptedIssue extends Issue {
  reason: string;
}

/** What is left of the issues of a check, and which exceptions took none. */
export interface Sifted {
  issues: Issue[];
  excepted: ExceptedIssue[];
  /** Indexes of the entries of exceptions.yml that no issue answered to. */
  unused: ReadonlySet<number>;
}

/** Takes the excepted issues out. An entry holds for every issue of its rule and document that has its words. */
export function applyExceptions(
  issues: readonly Issue[],
  { exceptions, documents }: Pick<LintContext, 'exceptions' | 'documents'>,
): Sifted {
  const { entries } = exceptions;
  if (entries.length === 0) return { issues: [...issues], excepted: [], unused: new Set() };
  const idOf = new Map(documents.map(({ id, source }) => [source.file, id]));
  const unused = new Set(entries.keys());
  const sifted: Sifted = { issues: [], excepted: [], unused };
  for (const issue of issues) {
    const answering = [...entries.entries()].filter(([, entry]) =>
      covers(entry, issue, idOf.get(issue.file)),
    );
    for (const [index] of answering) unused.delete(index);
    const [first] = answering;
    if (first) sifted.excepted.push({ ...issue, reason: first[1].reason });
    else sifted.issues.push(issue);
  }
  return sifted;
}

function covers({ rule, document, found }: Exception, issue: Issue, id: string | undefined): boolean {
  if (rule !== issue.rule || !mayBeExcepted(rule)) return false;
  return (document === issue.file || document === id) && (found === undefined || issue.found.includes(found));
}
