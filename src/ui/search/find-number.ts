/** Document numbers in a query: which they are, and where they lead. */
import { normalise } from '../../search/normalise.ts';
import { mayBeDocNumber } from '../../search/number-query.ts';
import type { Keyword } from '../../search/query.ts';
import { foldVariants } from '../../search/variants.ts';
import { download } from './download.ts';
import { lazyModule } from './lazy-module.ts';
import { variantsFor } from './load-variants.ts';
import { base, forgetWithIndex, toSearchError } from './open-index.ts';
import { siteAddress } from './site-address.ts';

/** Where a document number leads. */
export interface NumberHit {
  readonly canonical: string;
  /** Page of the document, or the page that says that it isn't held; null when no document cites it either. */
  readonly url: string | null;
  readonly held: boolean;
  /** Other libraries that hold the document, where they were searched too. */
  readonly elsewhere?: ReadonlyArray<{ readonly library: string; readonly url: string }>;
}

type Numbers = ReadonlyMap<string, { readonly url: string; readonly held: boolean }>;

const loadReader = lazyModule<typeof import('./document-number.ts')>(
  new URL('document-number.js', import.meta.url),
);

/** The numbers that a text may mean: as it is typed, and with its characters simplified; mostly one and the same. */
async function readNumbers(text: string, library: URL = base): Promise<string[]> {
  const [{ readDocNumber }, variants] = await Promise.all([loadReader(), variantsFor(text, library)]);
  const texts = variants ? [text, foldVariants(text, variants)] : [text];
  return texts.flatMap((each) => readDocNumber(each) ?? []);
}

/** 文号:峄教发2010第65号 means the number, however it is written; what is less than a number stays text. */
export async function readNumberKeyword(keyword: Keyword, library: URL): Promise<Keyword> {
  if (keyword.field !== 'number' || !mayBeDocNumber(keyword.text)) return keyword;
  // Without the program that reads numbers it is still a text that a number may contain.
  const canonical = (await readNumbers(keyword.text, library).catch(() => [])).at(-1);
  if (canonical === undefined) return keyword;
  const { text, field } = keyword;
  const normalised = normalise(canonical, await variantsFor(canonical, library));
  // 云教发〔2010〕6, without 号, is the beginning of 65号 as well.
  return {
    text,
    field,
    normalised: /[号號]$/.test(text.trim()) ? normalised : normalised.replace(/号$/, ''),
  };
}

let numbers: Promise<Numbers> | undefined;

forgetWithIndex(() => {
  numbers = undefined;
});

async function loadNumbers(): Promise<Numbers> {
  const body = await download(new URL('api/numbers.json', base).href, 'no-cache');
  return new Map(Object.entries(JSON.parse(new TextDecoder().decode(body))));
}

/** If the whole query is a document number, in whatever disguise: where it leads. */
export async function findNumber(text: string): Promise<NumberHit | null> {
  if (!mayBeDocNumber(text)) return null;
  try {
    const canonicals = await readNumbers(text);
    const simplified = canonicals.at(-1);
    if (simplified === undefined) return null;
    numbers ??= loadNumbers();
    const list = await numbers;
    const canonical = canonicals.find((each) => list.has(each)) ?? simplified;
    const known = list.get(canonical);
    return { canonical, url: known ? siteAddress(known.url) : null, held: known?.held ?? false };
  } catch (error) {
    numbers = undefined;
    throw toSearchError(error);
  }
}
