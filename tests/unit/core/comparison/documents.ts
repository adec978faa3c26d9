import { gatherPassages, type Passage, type TextBlock } from '../../../../src/core/comparison/passages.ts';
import { parseOrdinal } from '../../../../src/core/ordinals.ts';

/** Passages of a document written line by line; a line that begins with `#` is a heading, a blank line is nothing. */
export function passagesFrom(text: string): Passage[] {
  const blocks: TextBlock[] = [];
  let clause: TextBlock['clause'];
  for (const [index, line] of text.split('\n').entries()) {
    const heading = line.startsWith('#');
    const words = line.replace(/^#+\s*/, '').trim();
    if (words === '') continue;
    const anchor = `b${index}`;
    if (heading || parseOrdinal(words)) clause = { anchor, label: `第${index}处` };
    blocks.push({ anchor, clause, heading, text: words });
  }
  return gatherPassages(blocks);
}
