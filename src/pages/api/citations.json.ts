import type { CitationRow } from '../../schema/api.ts';
import { getSite } from '../../site/library.ts';

/** Every citation in the library with both its ends; `to` is null where no one document answers to it. */
export async function GET(): Promise<Response> {
  const { citations } = await getSite();
  const rows = citations.map(
    ({ from, to, raw, canonical, title, anchor, clause, sentence, resolved }): CitationRow => ({
      ...{ from, to, raw, canonical, title, anchor, clause, sentence, resolved },
    }),
  );
  return Response.json(rows);
}
