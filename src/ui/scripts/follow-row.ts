/** Leads from the address of a row to the page that has it now: see `rowUrl` in src/site/register.ts. */
import { numberKey } from '../../core/number-key.ts';
import { rowAddress } from './register-row.ts';
import { loadRows } from './register-rows.ts';

const base = document.documentElement.dataset['base'] ?? '/';

/** An address of a row holds wherever the row has moved: to another page, or from missing to held. */
async function followAnchor(): Promise<void> {
  const anchor = decoded(location.hash.slice(1));
  if (!/^[dnt]-/.test(anchor) || document.getElementById(anchor)) return;
  const rows = await loadRows().catch(() => []);
  const row = rows.find((row) => row.anchor === anchor || `n-${numberKey(row.number ?? '')}` === anchor);
  if (row) location.replace(rowAddress(row, base));
}

function decoded(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return '';
  }
}

addEventListener('hashchange', () => void followAnchor());
void followAnchor();
