import { RELATION_KINDS, type RelationKind } from '../core/relations.ts';
import type { LintDocument } from './rule.ts';

/** One target of one relation, with its place in the frontmatter. */
export interface RelationTarget {
  name: RelationKind;
  index: number;
  /** A canonical document number or a document id. */
  target: string;
}

/** All targets of a document's relations, by relation. */
export function relationTargets({ data }: LintDocument): RelationTarget[] {
  return RELATION_KINDS.flatMap((name) =>
    (data.relations?.[name] ?? []).map((target, index) => ({ name, index, target })),
  );
}
