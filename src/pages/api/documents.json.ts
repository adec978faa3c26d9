import { getSite } from '../../site/library.ts';

/** Every document's record, in the order of its id. The contract of /api/documents.json is in the README. */
export async function GET(): Promise<Response> {
  const { documents } = await getSite();
  const rows = documents.map(
    ({
      id,
      collection,
      url,
      title,
      docNumber,
      issuer,
      kind,
      period,
      years,
      issuedOn,
      status,
      completeness,
      topics,
    }) => ({
      id,
      collection,
      url,
      title,
      docNumber,
      issuer,
      kind,
      period,
      years,
      issuedOn,
      status,
      completeness,
      topics,
    }),
  );
  return Response.json(rows);
}
