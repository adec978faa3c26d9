import { documentOfNumber } from '../../core/library.ts';
import type { NumberEntry } from '../../schema/api.ts';
import { getSite, knownNumbers } from '../../site/library.ts';
import { numberUrl } from '../../site/urls.ts';

/** Canonical document number → where it leads: its document or record if held, else the page that lists who cites it. */
export async function GET(): Promise<Response> {
  const site = await getSite();
  const entries = knownNumbers(site).map((number): [string, NumberEntry] => {
    const held = documentOfNumber(site, number);
    return [number, { url: held?.url ?? numberUrl(number), held: held !== undefined }];
  });
  return Response.json(Object.fromEntries(entries));
}
