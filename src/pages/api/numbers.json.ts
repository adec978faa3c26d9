import { getSite } from '../../site/library.ts';
import { numberUrl } from '../../site/urls.ts';

/** Canonical document number → where it leads: its document or record if held, else the page that lists who cites it. */
export async function GET(): Promise<Response> {
  const { byNumber, citations } = await getSite();
  const numbers: Record<string, { url: string; held: boolean }> = {};
  for (const [number, { url }] of byNumber) numbers[number] = { url, held: true };
  for (const { canonical } of citations) {
    if (canonical !== null) numbers[canonical] ??= { url: numberUrl(canonical), held: false };
  }
  return Response.json(numbers);
}
