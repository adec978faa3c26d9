import { numberKey } from '../../src/core/number-key.ts';
import { relationResolver } from '../../src/core/relations.ts';
import { deadWord, isDead } from '../../src/core/status.ts';
import { inForceInstead } from '../../src/core/status-banner.ts';
import { successionFinder } from '../../src/core/succession.ts';
import type { DeadNote } from '../../src/import/next-plan.ts';
import type { LoadedContent } from '../../src/load/content-fs.ts';
import { describeDocument } from '../../src/load/describe.ts';
import { settleDocuments } from '../../src/load/settle-documents.ts';

/** Says of a number or id which the library knows to be dead what became of it; see `DeadNote`. */
export function deadNotes({ documents }: LoadedContent): DeadNote {
  const settled = settleDocuments(
    documents.flatMap(({ source, id, data }) =>
      data ? describeDocument({ collection: source.collection, id }, data, '/') : [],
    ),
  ).documents;
  const byId = new Map(settled.map((document) => [document.id, document]));
  const find = (id: string) => byId.get(id);
  const answeringTo = relationResolver(settled);
  const successionOf = successionFinder(settled);
  const known = new Map<string, string | undefined>();
  const noteOf = (target: string): string | undefined => {
    const [id, second] = answeringTo(target);
    const document = id === undefined || second !== undefined ? undefined : find(id);
    if (!document || !isDead(document.status)) return undefined;
    const instead = inForceInstead(document.id, { successionOf, find }).flatMap((end) => find(end) ?? []);
    const names = instead.map(({ docNumber, title }) => docNumber ?? `《${title}》`);
    return `${deadWord(document.status)}${names.length > 0 ? `，现行的是 ${names.join('、')}` : ''}`;
  };
  return (target) => {
    const key = target.includes('/') ? target : numberKey(target);
    if (!known.has(key)) known.set(key, noteOf(target));
    return known.get(key);
  };
}
