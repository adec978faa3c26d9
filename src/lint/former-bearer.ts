import { COLLECTIONS } from '../core/collections.ts';
import { parseDocNumber } from '../core/docnumber.ts';
import { documentId, documentSlug } from '../core/document-id.ts';
import { editDistance } from '../core/edit-distance.ts';
import type { LintContext, LintDocument } from './rule.ts';

type Context = Pick<LintContext, 'documents' | 'addresses' | 'pages'>;

/** What a lost address was, as far as the register and the files tell. */
export interface FormerBearer {
  /** The document that probably was there. */
  document: LintDocument | undefined;
  /** What its aliases should name: the number that made the address if that is recorded too, else the former id. */
  alias: string;
}

/** Who probably bore the lost address of a document, such as /plans/2012-work-plan/, or of a number under /n/. */
export function formerBearer(path: string, context: Context): FormerBearer {
  const number = /^\/n\/(.+)\/$/.exec(path)?.[1];
  if (number !== undefined) return bearerOfNumber(number, context);
  const id = path.slice(1, -1);
  return { document: nearestDocument(id, context), alias: lostNumber(id, context) ?? id };
}

/** A number's document is that at the address which the number made, or which it made before. */
function bearerOfNumber(number: string, context: Context): FormerBearer {
  const ids = COLLECTIONS.map((collection) => documentId(collection, '', number));
  const present = context.documents.find(({ id }) => ids.includes(id));
  const lost = ids.find((id) => context.addresses.entries.some(({ path }) => path === `/${id}/`));
  return { document: present ?? (lost ? nearestDocument(lost, context) : undefined), alias: number };
}

/** The recorded number that made an id and that nothing bears any more. */
function lostNumber(id: string, { addresses, pages }: Context): string | undefined {
  const [collection] = COLLECTIONS.filter((name) => id.startsWith(`${name}/`));
  if (!collection) return undefined;
  return addresses.entries
    .flatMap(({ path }) => (path.startsWith('/n/') && !pages.has(path) ? path.slice(3, -1) : []))
    .find((number) => parseDocNumber(number) && documentId(collection, '', number) === id);
}

/** Of the documents that were never published where they are now: the one whose file, slug or likeness fits the lost id. */
function nearestDocument(id: string, { documents, addresses }: Context): LintDocument | undefined {
  const recorded = new Set(addresses.entries.map(({ path }) => path));
  const fresh = documents.filter((document) => !recorded.has(`/${document.id}/`));
  const [collection = '', slug = ''] = id.split('/');
  const beside = fresh.filter(({ source }) => source.collection === collection);
  return (
    beside.find(({ source }) => documentSlug(source.file, undefined) === slug) ??
    fresh.find((document) => document.id.endsWith(`/${slug}`)) ??
    fresh.find(({ source }) => documentSlug(source.file, undefined) === slug) ??
    nearest(slug, beside, (document) => document.id.slice(collection.length + 1))
  );
}

/** The thing whose name is most like the wanted one, if it is like it at all and no other is as much. */
export function nearest<Thing>(
  wanted: string,
  things: readonly Thing[],
  nameOf: (thing: Thing) => string,
): Thing | undefined {
  const measured = things
    .map((thing) => ({ thing, distance: editDistance(wanted, nameOf(thing)) }))
    .filter(({ thing, distance }) => distance <= Math.max(wanted.length, nameOf(thing).length) * LIKENESS)
    .sort((a, b) => a.distance - b.distance);
  const [first, second] = measured;
  return first && first.distance !== second?.distance ? first.thing : undefined;
}

/** How much of a name may differ. */
const LIKENESS = 0.4;
