import { gatherPassages, type Passage } from '../../core/comparison/passages.ts';
import type { PageText } from '../../search/record.ts';

/** The passages of a document's body, from its page as the search reads and stores it: one reading for build and browser. */
export function passagesOf({ blocks, clauses }: PageText): Passage[] {
  return gatherPassages(
    blocks.flatMap(({ region, clause, anchor, text }) =>
      region === 'body' || region === 'heading'
        ? { anchor, clause: clauses[clause], heading: region === 'heading', text }
        : [],
    ),
  );
}
