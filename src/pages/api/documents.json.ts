import { levelFinder } from '../../core/agency-level.ts';
import { lastChangedOn } from '../../core/last-change.ts';
import type { LibraryDocument } from '../../core/library.ts';
import type { DocumentRow } from '../../schema/api.ts';
import { getSite } from '../../site/library.ts';

/** Every document's record: plans, summaries, then policies, each by its id. */
export async function GET(): Promise<Response> {
  const { agencies, documents, lives } = await getSite();
  const levelOf = levelFinder(agencies);
  return Response.json(
    documents.map((document) => {
      const life = lives.get(document.id);
      return rowOf(document, levelOf(document), life ? lastChangedOn(document, life) : null);
    }),
  );
}

function rowOf(
  document: LibraryDocument,
  level: string,
  changedOn: string | null,
): Omit<DocumentRow, 'level'> & { level: string } {
  const { id, collection, url, title, docNumber, issuer, kind, period, years } = document;
  const { issuedOn, publishedOn, status, statusSince, completeness, topics, aliases, relations } = document;
  return {
    ...{ id, collection, url, title, docNumber, issuer, kind, period, years, issuedOn, publishedOn },
    ...{ status, statusSince, changedOn, completeness, topics, aliases },
    relations: Object.fromEntries(Object.entries(relations).map(([name, targets]) => [name, [...targets]])),
    level,
  };
}
