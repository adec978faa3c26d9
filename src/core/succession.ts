import { type RelatedDocument, resolvedRelations } from './relations.ts';
import { isDead, type Status } from './status.ts';

/** Where the chain of repeals leads that begins at a dead document. */
export interface Succession {
  /** Documents at the ends of the chain that are not dead; a repeal by several gives several. */
  ends: string[];
  /** True when some branch ends at a dead document that nothing held replaces, or all run in a circle. */
  lost: boolean;
}

/** A document as far as succession goes, its status that of the day. */
export interface SucceedingDocument extends RelatedDocument {
  title: string;
  status: Status;
}

/** Finds for a document what took its place in the end. */
export type SuccessionFinder = (id: string) => Succession;

/**
 * Makes the finder for a library. A document that only repeals, such as 关于废止部分文件的通知, ends what it names
 * and replaces nothing.
 */
export function successionFinder(documents: readonly SucceedingDocument[]): SuccessionFinder {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const repealers = repealersOf(documents);
  return (start) => {
    const ends: string[] = [];
    let lost = false;
    const seen = new Set([start]);
    const waiting = [start];
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const next = [...(repealers.get(id) ?? [])].filter((by) => replaces(byId.get(by)));
      if (next.length === 0) lost = true;
      for (const by of next.filter((each) => !seen.has(each))) {
        seen.add(by);
        if (isDead(byId.get(by)?.status ?? '')) waiting.push(by);
        else ends.push(by);
      }
    }
    return { ends, lost: lost || ends.length === 0 };
  };
}

/** Ids of the documents that repeal each, in the order of the library; those not yet in force repeal nothing so far. */
function repealersOf(documents: readonly SucceedingDocument[]): Map<string, ReadonlySet<string>> {
  const waiting = new Set(documents.flatMap(({ id, status }) => (status === '尚未生效' ? id : [])));
  const repealers = new Map<string, Set<string>>();
  for (const { kind, from, to } of resolvedRelations(documents)) {
    if (kind !== 'repeals' || to === null || to === from || waiting.has(from)) continue;
    const already = repealers.get(to);
    if (already) already.add(from);
    else repealers.set(to, new Set([from]));
  }
  return repealers;
}

function replaces(document: SucceedingDocument | undefined): boolean {
  return document !== undefined && !/废止|(?:清理|失效).*(?:文件|目录|结果)/u.test(document.title);
}
