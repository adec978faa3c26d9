import { COLLECTIONS } from '../core/collections.ts';
import { formatDocNumber, parseDocNumber } from '../core/docnumber.ts';
import { documentId } from '../core/document-id.ts';
import { formerIds } from '../core/former-addresses.ts';
import type { LintContext, LintDocument } from './rule.ts';

/** What a document lays claim to something by. */
type Claimant = Pick<LintDocument, 'id' | 'source'>;

/**
 * Ids and canonical numbers that the library's files lay claim to, former and faulty ones included: whoever names a document that
 * is there but has a fault of its own did nothing wrong, and one fault is to give one message.
 */
export function claimedTargets({
  documents,
  unreadable,
}: {
  documents: readonly Claimant[];
  unreadable: LintContext['unreadable'];
}): Set<string> {
  return new Set([...documents.flatMap(claimsOf), ...unreadable.flatMap(({ file }) => idByName(file))]);
}

function claimsOf(document: Claimant): string[] {
  const { id, source } = document;
  const number = claimedNumber(document);
  const present = number ? [id, documentId(source.collection, source.file, number), number] : [id];
  return [...present, ...claimedAliases(document)];
}

/** Former ids and numbers, with the ids that the numbers made. */
function claimedAliases({ source }: Pick<Claimant, 'source'>): string[] {
  const { frontmatter, collection } = source;
  if (frontmatter === null || typeof frontmatter !== 'object' || !('aliases' in frontmatter)) return [];
  const typed: unknown[] = Array.isArray(frontmatter.aliases) ? frontmatter.aliases : [];
  const aliases = typed.filter((alias) => typeof alias === 'string');
  const { named, made } = formerIds({ collection, aliases });
  return [...aliases, ...named, ...made];
}

/** Canonical number of a document, also of one whose frontmatter has a fault, if it can be read at all. */
export function claimedNumber(document: Pick<Claimant, 'source'>): string | undefined {
  const parsed = parseDocNumber(rawNumber(document));
  return parsed && formatDocNumber(parsed);
}

/** The number as typed, also where the YAML around it can't be read. */
function rawNumber({ source }: Pick<Claimant, 'source'>): string {
  const { frontmatter, text } = source;
  if (frontmatter !== null && typeof frontmatter === 'object' && 'docNumber' in frontmatter)
    return String(frontmatter.docNumber);
  return /^docNumber[:：]\s*["']?(.*?)["']?\s*$/m.exec(text)?.[1] ?? '';
}

function idByName(file: string): string[] {
  const collection = COLLECTIONS.find((name) => file.startsWith(`${name}/`));
  return collection ? [documentId(collection, file, undefined)] : [];
}
