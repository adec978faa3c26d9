/** The rows of the register as data, fetched when something is asked first. */
import { type RegisterTable, readTable, type TableRow } from '../../core/register-table.ts';

const base = document.documentElement.dataset['base'] ?? '/';

let loading: Promise<TableRow[]> | undefined;

/** All rows; tried again after a failure. */
export function loadRows(): Promise<TableRow[]> {
  loading ??= fetch(`${base}api/register.json`)
    .then((response) => {
      if (!response.ok) throw new Error(String(response.status));
      return response.json() as Promise<RegisterTable>;
    })
    .then(readTable)
    .catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
  return loading;
}
