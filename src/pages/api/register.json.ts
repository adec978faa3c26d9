import { registerTable } from '../../core/register-table.ts';
import { getSite } from '../../site/library.ts';
import { getRegister } from '../../site/register.ts';

/** Every row of the register with its counts, as columns and rows; the register's page filters by it. */
export async function GET(): Promise<Response> {
  const { entries, levelOf } = getRegister(await getSite());
  return Response.json(registerTable(entries, levelOf));
}
