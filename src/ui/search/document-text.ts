/** A document's text as its fragment holds it, in the form in which keywords are compared. */
import { textForms } from '../../search/ambiguous.ts';
import { normalise } from '../../search/normalise.ts';
import { type Fragment, fromFragment, type Region } from '../../search/record.ts';
import type { Field } from '../../search/tokenize.ts';
import { unpackVariants } from '../../search/variants.ts';
import type { PagefindHit } from './pagefind-index.ts';

/** Normalised texts: the document's own number, and block by block what stands in its page. */
export interface DocumentText {
  readonly number: string;
  readonly blocks: ReadonlyArray<{ readonly region: Region; readonly text: string }>;
}

function isFragment(value: unknown): value is Fragment {
  return typeof value === 'object' && value !== null && 'record' in value && 'content' in value;
}

/** Loads the fragment of a hit. Throws when it isn't one of this site's. */
export async function loadFragment(hit: PagefindHit): Promise<Fragment> {
  const fragment = await hit.data();
  if (!isFragment(fragment)) throw new Error(`fragment ${hit.id} has no record`);
  return fragment;
}

/** Loads the text of a hit. */
export async function loadText(hit: PagefindHit): Promise<DocumentText> {
  const fragment = await loadFragment(hit);
  const page = fromFragment(fragment);
  const variants = page.variants ? unpackVariants(page.variants) : undefined;
  const blocks = page.blocks.flatMap(({ region, text: printed }) =>
    textForms(printed, variants).map((text) => ({ region, text })),
  );
  return { number: normalise(fragment.record.document.docNumber ?? '', variants), blocks };
}

/** Whether a field of a text contains `normalised` within one block. */
export function containsText(
  text: DocumentText | undefined,
  normalised: string,
  field: Field = 'any',
): boolean {
  if (!text) return false;
  if (field === 'number') return text.number.includes(normalised);
  return text.blocks.some(
    (block) => (field === 'any' || block.region === field) && block.text.includes(normalised),
  );
}
