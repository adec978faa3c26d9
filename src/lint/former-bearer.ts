import { COLLECTIONS } from '../core/collections.ts';
import { documentId, documentSlug } from '../core/document-id.ts';
import { editDistance } from '../core/edit-distance.ts';
import { leadsOn, numberOfPath } from './number-bearers.ts';
import type { LintContext, LintDocument } from './rule.ts';

type Context = Pick<LintContext, 'documents' | 'addresses' | 'pages'>;

/** What a lost address was, as far as the register and the files tell. */
export interface FormerBearer {
  /** The document that probably was there. */
  document: LintDocument | undefined;
  /** What its aliases should name: the number that made the address if that is recorded too, else the former id. */
  alias: string;
}

/**
 * Makes the finder of who probably bore a lost address, that of a document, such as /plans/2012-work-plan/, or of a
 * number under /n/. What it looks in is put in order once: a whole library may have moved.
 */
export function bearerFinder(context: Context): (path: string) => FormerBearer {
  const { documents, addresses } = context;
  const recorded = new Set(addresses.entries.map(({ path }) => path));
  const byId = new Map(documents.map((document) => [document.id, document]));
  const lostNumbers = new Map(
    [...recorded].flatMap((path) => {
      const number = numberOfPath(path);
      if (number === undefined || leadsOn(path, context)) return [];
      return idsOfNumber(number).map((id): [string, string] => [id, number]);
    }),
  );
  const nearestTo = documentFinder(documents.filter(({ id }) => !recorded.has(`/${id}/`)));
  return (path) => {
    const number = numberOfPath(path);
    if (number === undefined) {
      const id = path.slice(1, -1);
      return { document: nearestTo(id), alias: lostNumbers.get(id) ?? id };
    }
    // A number's document is that at the address which the number makes, or which it made before.
    const ids = idsOfNumber(number);
    const present = ids.flatMap((id) => byId.get(id) ?? [])[0];
    const lost = ids.find((id) => recorded.has(`/${id}/`));
    return { document: present ?? (lost === undefined ? undefined : nearestTo(lost)), alias: number };
  };
}

function idsOfNumber(number: string): string[] {
  return COLLECTIONS.map((collection) => documentId(collection, '', number));
}

/** Finds the document whose file, slug or likeness fits a lost id, among those that were never published where they are. */
function documentFinder(fresh: readonly LintDocument[]): (id: string) => LintDocument | undefined {
  const fileSlug = ({ source }: LintDocument): string => documentSlug(source.file, undefined);
  const beside = Map.groupBy(fresh, ({ source }) => source.collection as string);
  const byFile = Map.groupBy(fresh, (document) => `${document.source.collection}/${fileSlug(document)}`);
  const bySlug = Map.groupBy(fresh, slugOf);
  const byFileSlug = Map.groupBy(fresh, fileSlug);
  return (id) => {
    const [collection = '', slug = ''] = id.split('/');
    const [fitting] = byFile.get(id) ?? bySlug.get(slug) ?? byFileSlug.get(slug) ?? [];
    return fitting ?? nearest(slug, beside.get(collection) ?? [], slugOf);
  };
}

const slugOf = ({ id }: LintDocument): string => id.slice(id.indexOf('/') + 1);

/** How much of a name may differ. */
const LIKENESS = 0.4;
/** Among more than this likeness says little, and looking for it takes long. */
const COMPARED = 300;

/** The thing whose name is most like the wanted one, if it is like it at all and no other is as much. */
export function nearest<Thing>(
  wanted: string,
  things: readonly Thing[],
  nameOf: (thing: Thing) => string,
): Thing | undefined {
  if (things.length > COMPARED) return undefined;
  const measured = things
    .map((thing) => ({ thing, distance: editDistance(wanted, nameOf(thing)) }))
    .filter(({ thing, distance }) => distance <= Math.max(wanted.length, nameOf(thing).length) * LIKENESS)
    .sort((a, b) => a.distance - b.distance);
  const [first, second] = measured;
  return first && first.distance !== second?.distance ? first.thing : undefined;
}
