import type { DerivedParts } from '../../src/changes/side.ts';
import { comparisonPages } from '../../src/core/comparison-pages.ts';
import type { Citation, Library, LibraryDocument } from '../../src/core/library.ts';
import { numberKey } from '../../src/core/number-key.ts';
import { relationEnds } from '../../src/core/relations.ts';
import { buildSeries } from '../../src/core/series.ts';
import { documentNumbers } from '../../src/core/target-index.ts';
import { topicSlugs, uniqueSlugs } from '../../src/core/unique-slugs.ts';
import type { Topic } from '../../src/schema/registers.ts';

/**
 * What each page takes from documents other than its own, as texts to compare: nothing is rendered for it. `bodies` are
 * those of the documents, by their ids.
 */
export function derivedParts(
  library: Library,
  topics: readonly Topic[],
  bodies: ReadonlyMap<string, string>,
): Map<string, DerivedParts> {
  return new Map([
    ...documentParts(library),
    ...comparisonParts(library, bodies),
    ...numberParts(library),
    ...listParts(library, topics),
  ]);
}

/** A document as links and lists name it. */
function nameOf(document: LibraryDocument | undefined): unknown {
  if (!document) return null;
  const { id, title, docNumber, status, statusSince, completeness } = document;
  return [id, title, docNumber, status, statusSince ?? null, completeness];
}

function documentParts(library: Library): [string, DerivedParts][] {
  const { documents, byId, cites, citedBy } = library;
  const relations = relationEnds(documents);
  const series = buildSeries(documents);
  return documents.map((document) => {
    const { id, status, statusSince, statusYear } = document;
    return [
      `/${id}/`,
      {
        status: JSON.stringify([status, statusSince, statusYear ?? null]),
        citedBy: JSON.stringify((citedBy.get(id) ?? []).map((citation) => citingPart(citation, byId))),
        cites: JSON.stringify(
          (cites.get(id) ?? []).map(({ to, resolved }) => [resolved, nameOf(byId.get(to ?? ''))]),
        ),
        relations: JSON.stringify(
          (relations.get(id) ?? []).map(({ label, target, id: other }) => [
            label,
            target,
            nameOf(byId.get(other ?? '')),
          ]),
        ),
        series: JSON.stringify((series.get(id) ?? []).map(nameOf)),
      },
    ];
  });
}

function citingPart({ from, sentence, clause }: Citation, byId: Library['byId']): unknown {
  return [nameOf(byId.get(from)), clause, sentence];
}

/** Pages that compare two documents: the words of both. */
function comparisonParts(
  { documents }: Library,
  bodies: ReadonlyMap<string, string>,
): [string, DerivedParts][] {
  return comparisonPages(documents).map(({ id, kind, left, right }) => {
    const compared = [left, right].map((document) => [nameOf(document), bodies.get(document.id) ?? '']);
    return [`/${id}/${kind}/`, { compared: JSON.stringify(compared) }];
  });
}

/** Pages of numbers that no document bears: who cites them. */
function numberParts({ documents, byId, citationsByNumber }: Library): [string, DerivedParts][] {
  const held = new Set(documents.flatMap(documentNumbers).map(numberKey));
  return [...citationsByNumber].flatMap(([key, citations]) => {
    const [first] = citations;
    if (held.has(key) || !first?.canonical) return [];
    const citers = JSON.stringify(citations.map((citation) => citingPart(citation, byId)));
    return [[`/n/${first.canonical}/`, { citers }] as [string, DerivedParts]];
  });
}

/** Pages that list documents, by the documents that each lists. */
function listParts({ documents }: Library, topics: readonly Topic[]): [string, DerivedParts][] {
  const issuers = uniqueSlugs(documents.map(({ issuer }) => issuer));
  const subjects = topicSlugs(
    documents.flatMap((document) => document.topics),
    topics,
  );
  const lists = new Map<string, unknown[]>();
  for (const document of documents) {
    const { collection, years, issuer } = document;
    const paths = [
      `/${collection}/`,
      `/issuers/${issuers.get(issuer)}/`,
      ...years.map((year) => `/years/${year}/`),
      ...document.topics.map((topic) => `/topics/${subjects.get(topic)}/`),
    ];
    for (const path of new Set(paths)) lists.set(path, [...(lists.get(path) ?? []), nameOf(document)]);
  }
  return [...lists].map(([path, listed]) => [path, { list: JSON.stringify(listed) }]);
}
