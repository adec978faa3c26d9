import type { Elements } from '../elements.ts';
import { EACH_LABELLED, LABELLED, plainLabel, TABLE_LABELS } from './element-labels.ts';
import { elementsBelow, lineage, type PageElement, textOf } from './page-tree.ts';

/** The 公文要素表 of a page. */
export interface ElementTable {
  /** The elements that hold it, outermost; empty when the page has none. */
  holders: PageElement[];
  /** What becomes frontmatter. */
  elements: Elements;
  /** The other labels that have a value. */
  others: { label: string; value: string }[];
}

/** So many different labels in one place are no accident. */
const FEWEST_LABELS = 3;
const LONGEST_TABLE = 3000;
const CONTAINERS: ReadonlySet<string> = new Set(['table', 'ul', 'dl', 'div', 'section', 'ol', 'tbody', 'p']);
const CELLS: ReadonlySet<string> = new Set([
  'td',
  'th',
  'dt',
  'dd',
  'li',
  'p',
  'div',
  'span',
  'b',
  'strong',
  'label',
  'em',
  'i',
  'a',
  'font',
]);

/** Finds the table, or tables side by side, in which a page names its document's 公文要素 (国办发〔2017〕47号). */
export function readElementTable(root: PageElement): ElementTable {
  const holders = findHolders(root);
  const pairs = holders.flatMap(pairsIn);
  const elements: Elements = {};
  const others: ElementTable['others'] = [];
  for (const { label, value } of pairs) {
    const field = TABLE_LABELS[label];
    if (value === '' || /^[-—－/无]$/.test(value)) continue;
    if (field && elements[field] === undefined)
      elements[field] = { value, line: 0, from: '网页的公文要素表', label };
    else if (!others.some((other) => other.label === label)) others.push({ label, value });
  }
  return { holders, elements, others };
}

/** The smallest containers with enough labels; others beside them that have nothing but labels and values. */
function findHolders(root: PageElement): PageElement[] {
  const containers = elementsBelow(root).filter(({ name }) => CONTAINERS.has(name));
  const counted = containers
    .map((element) => ({ element, text: textOf(element) }))
    .filter(({ text }) => text.length <= LONGEST_TABLE)
    .map(({ element }) => ({ element, pairs: pairsIn(element) }));
  const rich = counted.filter(({ pairs }) => distinct(pairs) >= FEWEST_LABELS).map(({ element }) => element);
  const innermost = rich.filter(
    (each) => !rich.some((other) => other !== each && lineage(other).includes(each)),
  );
  const first = innermost[0];
  if (!first) return [];
  const holder = widestHolder(first, rich);
  // A second table beside the first holds what is left over: 主题词.
  const beside = counted.filter(({ element, pairs }) => {
    if (lineage(element).includes(holder) || lineage(holder).includes(element)) return false;
    return element.name === holder.name && element.parent === holder.parent && isOnlyPairs(element, pairs);
  });
  return [holder, ...beside.map(({ element }) => element)];
}

/** Where rows of labels lie in boxes of their own, the box around them that holds nothing else. */
function widestHolder(first: PageElement, rich: readonly PageElement[]): PageElement {
  let holder = first;
  for (const around of lineage(first).slice(1)) {
    if (!rich.includes(around) && around.name !== 'tr' && around.name !== 'td') break;
    if (rich.includes(around) && isOnlyPairs(around, pairsIn(around))) holder = around;
  }
  return holder;
}

function isOnlyPairs(element: PageElement, pairs: readonly { label: string; value: string }[]): boolean {
  if (pairs.length === 0) return false;
  const size = (text: string): number => text.replace(/[\s:：【】[\]]/g, '').length;
  const said = pairs.reduce((sum, { label, value }) => sum + size(label) + size(value), 0);
  return size(textOf(element)) - said <= 12;
}

function distinct(pairs: readonly { label: string }[]): number {
  return new Set(pairs.map(({ label }) => label)).size;
}

/** Labels with their values, from cells: a label and the cell after it, or both in one. */
function pairsIn(holder: PageElement): { label: string; value: string }[] {
  const cells = leafCells(holder);
  const found: { label: string; value: string }[] = [];
  for (const [index, cell] of cells.entries()) {
    const match = LABELLED.exec(cell);
    if (!match) {
      for (const [, label = '', value = ''] of cell.matchAll(EACH_LABELLED)) {
        found.push({ label: plainLabel(label), value: value.trim() });
      }
      continue;
    }
    const [, label = '', inline] = match;
    const several = [...cell.matchAll(EACH_LABELLED)];
    if (several.length > 1) {
      for (const [, each = '', value = ''] of several)
        found.push({ label: plainLabel(each), value: value.trim() });
      continue;
    }
    const next = cells[index + 1];
    const value = inline?.trim() || (next !== undefined && !LABELLED.test(next) ? next : '');
    found.push({ label: plainLabel(label), value: value.trim() });
  }
  return found;
}

/** Texts of the innermost cells of a container, in order, empty ones too; text between them stands for itself. */
function leafCells(holder: PageElement): string[] {
  const cells: string[] = [];
  let loose = '';
  const flush = (): void => {
    if (loose.trim() !== '') cells.push(loose.replace(/\s+/g, ' ').trim());
    loose = '';
  };
  const visit = (element: PageElement): void => {
    for (const child of element.children) {
      if (child.kind === 'text') {
        loose += child.text;
      } else if (child.name === 'br') {
        flush();
      } else if (!CELLS.has(child.name) || elementsBelow(child).some(({ name }) => CELLS.has(name))) {
        flush();
        visit(child);
        flush();
      } else {
        flush();
        cells.push(textOf(child));
      }
    }
  };
  visit(holder);
  flush();
  return cells;
}
