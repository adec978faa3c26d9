import { levelFinder } from '../../core/agency-level.ts';
import { getSite } from '../../site/library.ts';

/** What /api/documents.json tells of each document; the contract is in the README. */
const FIELDS = [
  'id',
  'collection',
  'url',
  'title',
  'docNumber',
  'issuer',
  'kind',
  'period',
  'years',
  'issuedOn',
  'status',
  'completeness',
  'topics',
] as const;

/** Every document's record: plans, summaries, then policies, each by its id. */
export async function GET(): Promise<Response> {
  const { agencies, documents } = await getSite();
  const levelOf = levelFinder(agencies);
  return Response.json(
    documents.map((document) => ({
      ...Object.fromEntries(FIELDS.map((field) => [field, document[field]])),
      level: levelOf(document),
    })),
  );
}
