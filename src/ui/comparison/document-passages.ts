import type { Passage } from '../../core/comparison/passages.ts';
import { readBody } from '../../search/page.ts';
import { passagesOf } from './passages-of.ts';

/** A document with its rendered body. */
interface Rendered {
  html: string;
}

const known = new WeakMap<Rendered, readonly Passage[]>();

/** The passages of a document, for pages made in a build; read once, though most are compared two times or three. */
export function documentPassages(document: Rendered): readonly Passage[] {
  const passages = known.get(document) ?? passagesOf(readBody(document.html));
  known.set(document, passages);
  return passages;
}
