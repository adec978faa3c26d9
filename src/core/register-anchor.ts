import { normalizeTitle } from './normalize-title.ts';
import { numberKey } from './number-key.ts';

/** What a citation is of, as far as the register tells one thing from another. */
export interface CitedThing {
  /** Id of the held document or record. */
  to: string | null;
  canonical: string | null;
  title: string | null;
}

/**
 * Under what a cited thing is counted, and the id of its row: the document for what is held, else the number in whatever
 * form, else the title. The one key for it, so that lists, pictures and the register count alike.
 */
export function registerAnchor({ to, canonical, title }: CitedThing): string {
  if (to !== null) return `d-${to}`;
  return canonical === null ? `t-${normalizeTitle(title ?? '')}` : `n-${numberKey(canonical)}`;
}
