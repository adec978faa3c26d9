import type { APIContext } from 'astro';
import { placesCsv } from '../core/register-csv.ts';
import { getSite } from '../site/library.ts';
import { getRegister, tableAddresses } from '../site/register.ts';

/** Every single citation for an office program: one row a place, with its sentence. */
export async function GET({ site }: APIContext): Promise<Response> {
  const register = getRegister(await getSite());
  return new Response(placesCsv(register.entries, tableAddresses(register, site)), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
}
