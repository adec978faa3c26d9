import type { Nodes } from 'mdast';
import { decodeAddress } from '../core/decode-address.ts';
import { nodesOf } from './body.ts';
import type { LintDocument } from './rule.ts';

/** A link, an image, or the definition that `[…][name]` refers to. */
export type Pointer = Extract<Nodes, { type: 'link' | 'image' | 'definition' }>;

/** Every link and image of a body, in text order. */
export function* pointersOf({ body }: Pick<LintDocument, 'body'>): Generator<Pointer> {
  for (const node of nodesOf(body.tree)) {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') yield node;
  }
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
    path: decodeAddress(before.replace(/\?.*$/, '')),
    fragment: fragment === '' ? undefined : decodeAddress(fragment),
  };
}
