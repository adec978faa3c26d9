import { isCollection } from './collections.ts';
import { formerIds } from './former-addresses.ts';
import { numberKey } from './number-key.ts';
import { documentNumbers } from './target-index.ts';

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
export const RELATION_KINDS = Object.keys(RELATION_LABELS) as readonly RelationKind[];

/** A document as far as relations concern it; targets are canonical numbers or document ids. */
export interface RelatedDocument {
  id: string;
  docNumber: string | null;
  /** Former ids and canonical numbers, which still lead to it. */
  aliases?: readonly string[];
  relations: Partial<Record<RelationKind, readonly string[]>>;
}

/** A relation with the document that it leads to. */
export interface ResolvedRelation {
  kind: RelationKind;
  /** Id of the document that says it. */
  from: string;
  /** Id of the one document that it is about; null when the library holds none such, or several. */
  to: string | null;
  /** What the frontmatter names. */
  target: string;
  /** Ids of all documents that answer to the target; more than one means that it is ambiguous. */
  answering: readonly string[];
}

/** Every relation of the library, document by document, in the order of `RELATION_KINDS` and then as written. */
export function resolvedRelations(documents: readonly RelatedDocument[]): ResolvedRelation[] {
  const answeringTo = relationResolver(documents);
  return documents.flatMap(({ id, relations }) =>
    RELATION_KINDS.flatMap((kind) =>
      (relations[kind] ?? []).map((target): ResolvedRelation => {
        const answering = answeringTo(target);
        const [only, second] = answering;
        return { kind, from: id, to: second ? null : (only ?? null), target, answering };
      }),
    ),
  );
}

/**
 * Ids of the documents that a target names: by present or former id, one that a former number made included, or by a
 * number's key as citations are.
 */
export type RelationResolver = (target: string) => readonly string[];

/**
 * Makes the resolver for a set of documents. Ids come in the order of `formerAddresses`: a present id is never former,
 * and one that an alias names goes before one that a number made. Unlike an address, a target that several documents
 * claim alike is ambiguous.
 */
export function relationResolver(documents: readonly Omit<RelatedDocument, 'relations'>[]): RelationResolver {
  const names = new Map<string, Set<string>>();
  const add = (name: string, id: string): void => {
    const ids = names.get(name);
    if (ids) ids.add(id);
    else names.set(name, new Set([id]));
  };
  for (const { id, docNumber, aliases = [] } of documents) {
    add(id, id);
    for (const number of documentNumbers({ docNumber, aliases })) add(numberKey(number), id);
  }
  for (const kind of ['named', 'made'] as const) {
    const taken = new Set(names.keys());
    for (const { id, aliases = [] } of documents) {
      if (aliases.length === 0) continue;
      const [collection = ''] = id.split('/');
      if (!isCollection(collection)) continue;
      for (const former of formerIds({ collection, aliases })[kind]) if (!taken.has(former)) add(former, id);
    }
  }
  return (target) => [...(names.get(isDocumentId(target) ? target : numberKey(target)) ?? [])];
}

/** No document number holds a slash. */
function isDocumentId(name: string): boolean {
  return name.includes('/');
}

/** One end of a relation as the document's page shows it. */
export interface RelationEnd {
  kind: RelationKind;
  /** `forward` when this document says it, `inverse` when the other says it of this one. */
  direction: 'forward' | 'inverse';
  label: string;
  /** Id of the other document, or undefined when the library lacks it or several answer to the target. */
  id?: string | undefined;
  /** What the frontmatter names, or the other document's id. */
  target: string;
  /** True when several documents answer to the target. */
  ambiguous?: boolean;
}

/** Both ends of every relation, by document id: first what the document says, then what others say of it. */
export function relationEnds(documents: readonly RelatedDocument[]): Map<string, RelationEnd[]> {
  const relations = resolvedRelations(documents);
  const bySpeaker = Map.groupBy(relations, ({ from }) => from);
  const byObject = Map.groupBy(relations, ({ to }) => to);
  return new Map(
    documents.map(({ id }) => [
      id,
      [...(bySpeaker.get(id) ?? []).map(forwardEnd), ...(byObject.get(id) ?? []).map(inverseEnd)],
    ]),
  );
}

function forwardEnd({ kind, to, target, answering }: ResolvedRelation): RelationEnd {
  const end = { kind, direction: 'forward', label: RELATION_LABELS[kind].forward, target } as const;
  return { ...end, ...(to === null ? {} : { id: to }), ...(answering.length > 1 ? { ambiguous: true } : {}) };
}

function inverseEnd({ kind, from }: ResolvedRelation): RelationEnd {
  return { kind, direction: 'inverse', label: RELATION_LABELS[kind].inverse, id: from, target: from };
}
