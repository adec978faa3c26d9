import { inspectContent } from '../../site/inspection.ts';
import { getSite } from '../../site/library.ts';

/** What the inspection finds in the content; the build adds what it finds in the pages. */
export async function GET(): Promise<Response> {
  return Response.json(inspectContent(await getSite()));
}
