/** Writes the meta file that Pagefind's engine starts with. */
import { CborWriter } from './cbor.ts';

/** The name by which the engine knows the document that is number `order` from 0: also its id in results. */
export function documentName(order: number): string {
  return order.toString(36);
}

/** The number of the document that the engine knows by a name. */
export function orderOf(name: string): number {
  return Number.parseInt(name, 36);
}

/**
 * The meta file of an index of so many `documents`. It lists no parts, filters,
 * sorts or fields: parts are found by parts.ts and handed to the engine, and the rest isn't used.
 */
export function writeMeta(version: string, documents: number): Uint8Array {
  const meta = new CborWriter();
  meta.array(6);
  meta.text(version);
  meta.array(documents);
  for (let document = 0; document < documents; document++) {
    meta.array(2);
    meta.text(documentName(document));
    // Words on the page; only Pagefind's own ranking asks for it.
    meta.unsigned(1);
  }
  for (let unused = 0; unused < 4; unused++) meta.array(0);
  return meta.take();
}
