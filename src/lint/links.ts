import type { Nodes, Root } from 'mdast';
import { percentDecoded } from '../core/percent-decoded.ts';
import { nodesOf } from './body.ts';
import type { LintDocument } from './rule.ts';

/** A link, an image, or the definition that `[…][name]` refers to. */
export type Pointer = Pick<
  Extract<Nodes, { type: 'link' | 'image' | 'definition' }>,
  'type' | 'url' | 'position'
>;

/** Every link and image of a body, in text order. */
export function pointersOf({ body }: Pick<LintDocument, 'body'>): readonly Pointer[] {
  return body.pointers;
}

/** The same, found in a tree. */
export function pointersIn(tree: Root): Pointer[] {
  const pointers: Pointer[] = [];
  for (const node of nodesOf(tree))
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition')
      pointers.push({ type: node.type, url: node.url, position: node.position });
  return pointers;
}

/** The renderer keeps exactly these addresses; browsers read \ as / and drop control characters, so neither passes. */
export function isLocal(url: string): boolean {
  if (/[\s\\]|\p{Cc}/u.test(url)) return false;
  return url.startsWith('#') || (url.startsWith('/') && !url.startsWith('//'));
}

/** An address within the site, percent-encoding undone. */
export interface LocalAddress {
  /** From the site's root, without query; empty for the page itself. */
  path: string;
  /** What follows the #; undefined when nothing does. */
  fragment: string | undefined;
}

/** Takes a local address apart. */
export function readAddress(url: string): LocalAddress {
  const hash = url.indexOf('#');
  const before = hash < 0 ? url : url.slice(0, hash);
  const fragment = hash < 0 ? '' : url.slice(hash + 1);
  return {
    path: percentDecoded(before.replace(/\?.*$/, '')),
    fragment: fragment === '' ? undefined : percentDecoded(fragment),
  };
}
