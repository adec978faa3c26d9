import type { Passage } from '../../core/comparison/passages.ts';
import { readPage } from '../../search/page.ts';
import { passagesOf } from './passages-of.ts';

/** The passages of a rendered body, for pages made in a build. */
export function htmlPassages(html: string): Passage[] {
  return passagesOf(readPage(`<article data-document><div data-document-body>${html}</div></article>`));
}
