/** The library's table of variants, fetched when a text may hold any. */
import { normalise } from '../../search/normalise.ts';
import { mayHoldVariants } from '../../search/standard-characters.ts';
import { unpackVariants, type Variants } from '../../search/variants.ts';
import { download } from './download.ts';

/** By the root of the library. */
const loading = new Map<string, Promise<Variants>>();

/** Asked for afresh each time, like the index's own entry: its address stays while the library changes. */
async function load(base: URL): Promise<Variants> {
  const body = await download(new URL('search/variants.json', base).href, 'no-cache');
  return unpackVariants(JSON.parse(new TextDecoder().decode(body)));
}

/** The next call loads a table again. */
export function forgetVariants(): void {
  loading.clear();
}

/**
 * The table, if one could change `text`: the simplified forms of all variants that this library's documents contain in
 * any form. `base` is the site's root, ending in a slash. Rejects when the table doesn't load; the next call tries again.
 */
export async function variantsFor(text: string, base: URL): Promise<Variants | undefined> {
  if (!mayHoldVariants(normalise(text))) return undefined;
  const table = loading.get(base.href) ?? load(base);
  loading.set(base.href, table);
  try {
    return await table;
  } catch (error) {
    loading.delete(base.href);
    throw error;
  }
}
