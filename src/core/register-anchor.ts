import { normalizeTitle } from './normalize-title.ts';
import { numberKey } from './number-key.ts';
import type { RegisterRow } from './register.ts';

/** Id of a row: of the document for what is held, else of the number in whatever form, else of the title. */
export function registerAnchor({
  to,
  canonical,
  title,
}: Pick<RegisterRow, 'to' | 'canonical' | 'title'>): string {
  if (to !== null) return `d-${to}`;
  return canonical === null ? `t-${normalizeTitle(title ?? '')}` : `n-${numberKey(canonical)}`;
}
