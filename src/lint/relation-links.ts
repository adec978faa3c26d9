import { relationResolver } from '../core/relations.ts';
import { entriesOf, type LintEntry } from './entries.ts';
import { type RelationTarget, relationTargets } from './relation-targets.ts';
import type { LintDocument } from './rule.ts';

/** A target of a relation with the documents at both its ends. */
export interface RelationLink extends RelationTarget {
  from: LintEntry;
  /** All that answer to the target. */
  answering: readonly LintEntry[];
  /** The one that does. */
  to: LintEntry | undefined;
  /** Where the target stands. */
  readonly place: { readonly file: string; readonly line: number };
}

const known = new WeakMap<readonly LintDocument[], RelationLink[]>();

/** Every target of every relation, resolved as the site resolves it. Made once a check. */
export function relationLinks(documents: readonly LintDocument[]): RelationLink[] {
  const links = known.get(documents) ?? resolveAll(entriesOf(documents));
  known.set(documents, links);
  return links;
}

function resolveAll(entries: readonly LintEntry[]): RelationLink[] {
  const answeringTo = relationResolver(entries);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return entries.flatMap((from) =>
    relationTargets(from.document).map((target): RelationLink => {
      const answering = answeringTo(target.target).flatMap((id) => byId.get(id) ?? []);
      const { source } = from.document;
      const to = answering.length === 1 ? answering[0] : undefined;
      const place = {
        file: source.file,
        // Asked for by hardly any of the links; looking a line up means reading the frontmatter once more.
        get line() {
          return source.lineOf(['relations', target.name, target.index]);
        },
      };
      return { ...target, from, answering, to, place };
    }),
  );
}

/** Links between two documents; what a document says of itself is another rule's matter. */
export function linksBetween(documents: readonly LintDocument[]): (RelationLink & { to: LintEntry })[] {
  return relationLinks(documents).filter(
    (link): link is RelationLink & { to: LintEntry } => link.to !== undefined && link.to !== link.from,
  );
}

/** The same, of several relations of one kind between the same two files the first: relation-duplicate tells the others. */
export function distinctLinks(documents: readonly LintDocument[]): (RelationLink & { to: LintEntry })[] {
  const seen = new Set<string>();
  return linksBetween(documents).filter(({ name, from, to }) => {
    const key = [name, from.document.source.file, to.document.source.file].join('\n');
    return !seen.has(key) && seen.add(key);
  });
}
