/** The terms and the alike characters of the built index, each loaded when it is first wanted. */
import { AlikeTable } from '../../search/alike.ts';
import { type SuggestTerm, unpackTerms } from '../../search/suggest-terms.ts';
import { download } from './download.ts';

/** What is near is found with these. */
export interface NearTables {
  readonly terms: readonly SuggestTerm[];
  readonly alike: AlikeTable;
}

/** Loads once; after a failure it tries again. */
function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loading: Promise<Value> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

// The names of these files never change, so the browser asks whether they have.
async function loadJson(base: URL, name: string): Promise<string> {
  return new TextDecoder().decode(await download(new URL(`search/${name}`, base).href, 'no-cache'));
}

/** The files below `base`, the site's root, ending in a slash. Both functions reject when a file doesn't load. */
export function openTermFiles(base: URL): {
  terms(): Promise<SuggestTerm[]>;
  tables(): Promise<NearTables>;
} {
  const terms = once(async () => unpackTerms(JSON.parse(await loadJson(base, 'suggest.json'))));
  const alike = once(async () => new AlikeTable(JSON.parse(await loadJson(base, 'alike.json'))));
  const tables = async (): Promise<NearTables> => {
    const [loadedTerms, loadedAlike] = await Promise.all([terms(), alike()]);
    return { terms: loadedTerms, alike: loadedAlike };
  };
  return { terms, tables };
}
