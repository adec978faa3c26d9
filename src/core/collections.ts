/** The three collections of documents, in the order in which the site shows them. */
export const COLLECTIONS = ['plans', 'summaries', 'policies'] as const;
export type Collection = (typeof COLLECTIONS)[number];

/** What a reader calls each collection. */
export const COLLECTION_LABELS: Record<Collection, string> = {
  plans: '工作计划',
  summaries: '工作总结',
  policies: '政策文件',
};

/** Narrows a folder or query name to a collection. */
export function isCollection(name: string): name is Collection {
  return (COLLECTIONS as readonly string[]).includes(name);
}
