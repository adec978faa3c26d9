import type { LintDocument } from './rule.ts';

/** One target of one relation, with its place in the frontmatter. */
export interface RelationTarget {
  /** Name of the relation, e.g. repeals. */
  name: string;
  index: number;
  /** A canonical document number or a document id. */
  target: string;
}

/** All targets of a document's relations, in the order of the file. */
export function relationTargets({ data }: LintDocument): RelationTarget[] {
  return Object.entries(data?.relations ?? {}).flatMap(([name, targets]) =>
    (targets ?? []).map((target, index) => ({ name, index, target })),
  );
}
