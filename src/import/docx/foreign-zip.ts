import { FOREIGN, foreignReason } from '../foreign.ts';
import { zipKind } from '../zip-kind.ts';
import { Refusal } from './refusal.ts';
import type { Zip } from './zip.ts';

/** Why a zip is not read as a Word file whose main part would be `main`; undefined when it is one. */
export function foreignZip(zip: Zip, main: string): Refusal | undefined {
  const kind = zipKind(zip.names);
  if (kind !== undefined && !(zip.has(main) && /^word\//i.test(main)))
    return new Refusal(foreignReason(FOREIGN[kind]));
  if (zip.has(main) || zip.has('[Content_Types].xml')) return undefined;
  return new Refusal(foreignReason(FOREIGN.zip));
}
