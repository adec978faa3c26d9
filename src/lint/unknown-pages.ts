import { isFaulty, type LintContext, type LintDocument } from './rule.ts';

type Context = Pick<LintContext, 'documents' | 'unreadable' | 'topics'>;

/**
 * Whether it can't be told if the site will have the page of a year, an issuer, a topic or a number: those of a file
 * with a fault are not known, and that fault is reported already.
 */
export function cannotBeKnown(path: string, { documents, unreadable, topics }: Context): boolean {
  if (!/^\/(?:years|issuers|topics|n)\/./.test(path)) return false;
  return unreadable.length > 0 || topics.problems.length > 0 || documents.some(isFaulty);
}

/** The same for any page: a document whose address can't be read, present or former, may be at every one. */
export function mayBeThere(path: string, context: Context): boolean {
  const { documents, unreadable } = context;
  return cannotBeKnown(path, context) || unreadable.length > 0 || documents.some(hidesItsAddress);
}

function hidesItsAddress({ source, problems }: LintDocument): boolean {
  return (
    source.syntaxProblems.length > 0 ||
    problems.some(({ path }) => path[0] === 'docNumber' || path[0] === 'aliases')
  );
}
