/** How one document stands to another. Written in one direction; the inverse is derived. */
export const RELATION_LABELS = {
  repeals: { forward: '废止', inverse: '被废止于' },
  amends: { forward: '修改', inverse: '被修改于' },
  implements: { forward: '贯彻', inverse: '贯彻它的' },
  forwards: { forward: '转发', inverse: '被转发于' },
  reportsOn: { forward: '总结', inverse: '总结它的' },
  attaches: { forward: '附带', inverse: '附于' },
} as const;
export type RelationKind = keyof typeof RELATION_LABELS;

/** A document as far as relations concern it; targets are canonical numbers or document ids. */
export interface RelatedDocument {
  id: string;
  docNumber: string | null;
  relations: Partial<Record<RelationKind, readonly string[]>>;
}

/** One end of a relation as the document's page shows it. */
export interface RelationEnd {
  label: string;
  /** Id of the other document, or undefined when the library lacks it. */
  id?: string | undefined;
  /** What the frontmatter names, or the other document's id. */
  target: string;
}

/** Both ends of every relation, by document id: first what the document says, then what others say of it. */
export function relationEnds(documents: readonly RelatedDocument[]): Map<string, RelationEnd[]> {
  const byTarget = new Map<string, string>();
  for (const { id, docNumber } of documents) {
    byTarget.set(id, id);
    if (docNumber !== null && !byTarget.has(docNumber)) byTarget.set(docNumber, id);
  }
  const forward = new Map<string, RelationEnd[]>();
  const inverse = new Map<string, RelationEnd[]>();
  for (const { id, relations } of documents) {
    for (const [kind, targets] of Object.entries(relations) as [RelationKind, readonly string[]][]) {
      for (const target of targets) {
        const other = byTarget.get(target);
        push(forward, id, { label: RELATION_LABELS[kind].forward, id: other, target });
        if (other) push(inverse, other, { label: RELATION_LABELS[kind].inverse, id, target: id });
      }
    }
  }
  return new Map(documents.map(({ id }) => [id, [...(forward.get(id) ?? []), ...(inverse.get(id) ?? [])]]));
}

function push(ends: Map<string, RelationEnd[]>, id: string, end: RelationEnd): void {
  ends.set(id, [...(ends.get(id) ?? []), end]);
}
