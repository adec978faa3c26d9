import { type Collection, isCollection } from '../../src/core/collections.ts';
import type { LibraryDocument } from '../../src/core/library.ts';

/** A document of the fictional office as the library knows it; its collection is that of its id. */
export function libraryDocument(id: string, more: Partial<LibraryDocument> = {}): LibraryDocument {
  const folder = id.split('/')[0] ?? '';
  const collection: Collection = isCollection(folder) ? folder : 'policies';
  return {
    id,
    collection,
    url: `/${id}/`,
    title: `标题${id}`,
    docNumber: null,
    issuer: '云岭区教研室',
    kind: '通知',
    period: null,
    years: [],
    issuedOn: null,
    publishedOn: null,
    status: '未核实',
    statusSince: null,
    completeness: '全文',
    topics: [],
    aliases: [],
    relations: {},
    ...more,
  };
}
