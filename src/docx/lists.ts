import { AlignmentType, type INumberingOptions, LevelFormat } from 'docx';
import type { BodyBlock } from './body-model.ts';

const DEPTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const BULLETS = ['•', '◦', '▪'];

/** Name of the numbering of a list that begins with that number. */
export function listReference(ordered: boolean, start: number): string {
  return ordered ? `ordered-${start}` : 'bullets';
}

/** The numberings that the lists of a body need: Word counts, as the browser does on the page. */
export function numberingFor(blocks: readonly BodyBlock[]): INumberingOptions {
  const lists = blocks.flatMap((block) => (block.kind === 'paragraph' && block.list ? [block.list] : []));
  const references = new Map(lists.map((list) => [listReference(list.ordered, list.start), list]));
  return {
    config: [...references].map(([reference, { ordered, start }]) => ({
      reference,
      levels: DEPTHS.map((level) => ({
        level,
        format: ordered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
        text: ordered ? `%${level + 1}.` : (BULLETS[level % BULLETS.length] ?? '•'),
        alignment: AlignmentType.LEFT,
        start: ordered ? start : 1,
      })),
    })),
  };
}
