/** The attributes of HTML that hold addresses, in their several notations. */
import { type OfflineSite, type Placed, placeAddress, relativeRoot } from './relative-address.ts';

/** An attribute's new value; undefined where it stays; `missing` when it leads to what the copy lacks. */
export type Rewritten = string | 'missing' | undefined;

const SINGLE = new Set(['href', 'xlink:href', 'src', 'action', 'formaction', 'poster']);
const SETS = new Set(['srcset', 'imagesrcset']);

/** Rewrites one attribute of an element of the file `from`. */
export function rewriteAttribute(
  element: string,
  name: string,
  value: string,
  from: string,
  site: OfflineSite,
): Rewritten {
  const attribute = name.toLowerCase();
  if (SINGLE.has(attribute) || (attribute === 'data' && element === 'object')) {
    return rewritten(placeAddress(value, from, site));
  }
  if (SETS.has(attribute)) return rewriteSet(value, from, site);
  if (attribute === 'data-base') return relativeRoot(from);
  if (attribute === 'content' && element === 'meta') return rewriteRefresh(value, from, site);
  return undefined;
}

function rewritten(placed: Placed): Rewritten {
  if (placed === 'kept') return undefined;
  return placed === 'missing' ? 'missing' : placed.address;
}

/** The candidates of a srcset, each an address and perhaps a width or density; a comma within an address has no space. */
function rewriteSet(value: string, from: string, site: OfflineSite): Rewritten {
  const candidates = value.split(/,\s+|,$/).filter((candidate) => candidate.trim() !== '');
  const placed = candidates.map((candidate) => {
    const [address = '', ...descriptors] = candidate.trim().split(/\s+/);
    const result = placeAddress(address, from, site);
    return [typeof result === 'object' ? result.address : address, ...descriptors].join(' ');
  });
  return placed.join(', ');
}

/** `0; url=…` of a page that leads on to another. Any other content of a meta element has no such form. */
function rewriteRefresh(value: string, from: string, site: OfflineSite): Rewritten {
  const match = /^(\s*\d+\s*[;,]\s*url\s*=\s*)(["']?)(.*?)\2\s*$/i.exec(value);
  const placed = placeAddress(match?.[3] ?? '', from, site);
  return match && typeof placed === 'object' ? `${match[1]}${placed.address}` : undefined;
}
