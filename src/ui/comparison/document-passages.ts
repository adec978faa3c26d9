import type { Passage } from '../../core/comparison/passages.ts';
import { readBody } from '../../search/page.ts';
import { passagesOf } from './passages-of.ts';

/** A document with its rendered body. */
interface Rendered {
  html: string;
}

/** Documents whose passages are kept: a library has thousands, and pages that share a document are made soon after one another. */
const MOST_KEPT = 64;
/** Those that were used last come last. */
const kept = new Map<Rendered, readonly Passage[]>();

/** The passages of a document, for pages made in a build; read once, though most are compared two times or three. */
export function documentPassages(document: Rendered): readonly Passage[] {
  const passages = kept.get(document) ?? passagesOf(readBody(document.html));
  kept.delete(document);
  kept.set(document, passages);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest) kept.delete(oldest);
  return passages;
}
