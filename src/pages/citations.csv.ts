import type { APIContext } from 'astro';
import { registerCsv } from '../core/register-csv.ts';
import { getSite } from '../site/library.ts';
import { getRegister, tableAddresses } from '../site/register.ts';

/** The register of citations for an office program: one row a cited number or title. */
export async function GET({ site }: APIContext): Promise<Response> {
  const register = getRegister(await getSite());
  return new Response(registerCsv(register.entries, tableAddresses(register, site)), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
}
