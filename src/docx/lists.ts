import type { BodyBlock, ListPlace } from './body-model.ts';
import { NAMESPACE } from './namespaces.ts';
import { DECLARATION, element, valued } from './xml.ts';

const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const BULLETS = ['•', '◦', '▪'];

/** The lists of a document as Word counts them. */
export interface Numbering {
  /** Number of a list in the body → its id. */
  ids: ReadonlyMap<number, number>;
  /** word/numbering.xml; undefined for a document without lists. */
  xml: string | undefined;
}

/** The numberings that the lists of a body need: Word counts, as the browser does on the page. */
export function numberingOf(blocks: readonly BodyBlock[]): Numbering {
  const lists = new Map<number, ListPlace>();
  for (const block of blocks)
    if (block.kind === 'paragraph' && block.list?.marked) lists.set(block.list.list, block.list);
  // Lists that are counted alike share a definition; each of them begins anew.
  const kinds = [...new Map([...lists.values()].map((place) => [kindOf(place), place]))];
  const definitions = kinds.map(([, place], index) => definition(index + 1, place));
  const ids = new Map([...lists.keys()].map((list, index) => [list, index + 1]));
  const instances = [...lists].map(([list, place]) =>
    instance(ids.get(list) ?? 0, kinds.findIndex(([kind]) => kind === kindOf(place)) + 1, startOf(place)),
  );
  const content = [...definitions, ...instances].join('');
  const xml = `${DECLARATION}<w:numbering xmlns:w="${NAMESPACE.w}">${content}</w:numbering>`;
  return { ids, xml: lists.size === 0 ? undefined : xml };
}

function kindOf({ ordered, start }: ListPlace): string {
  return ordered ? `ordered ${start}` : 'bullets';
}

function startOf({ ordered, start }: ListPlace): number {
  return ordered ? start : 1;
}

function definition(id: number, place: ListPlace): string {
  const levels = LEVELS.map((level) => {
    const text = place.ordered ? `%${level + 1}.` : (BULLETS[level % BULLETS.length] ?? '•');
    const parts = [
      valued('w:start', startOf(place)),
      valued('w:numFmt', place.ordered ? 'decimal' : 'bullet'),
      valued('w:lvlText', text),
      valued('w:lvlJc', 'left'),
    ];
    return element('w:lvl', { 'w:ilvl': level, 'w:tentative': 1 }, parts.join(''));
  });
  const content = `${valued('w:multiLevelType', 'hybridMultilevel')}${levels.join('')}`;
  return element('w:abstractNum', { 'w:abstractNumId': id }, content);
}

function instance(id: number, defined: number, start: number): string {
  const overrides = LEVELS.map((level) =>
    element('w:lvlOverride', { 'w:ilvl': level }, valued('w:startOverride', start)),
  );
  return element('w:num', { 'w:numId': id }, valued('w:abstractNumId', defined) + overrides.join(''));
}
