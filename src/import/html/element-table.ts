import type { Elements } from '../elements.ts';
import { EACH_LABELLED, LABELLED, plainLabel, TABLE_LABELS } from './element-labels.ts';
import { elementsBelow, lineage, type PageElement, textOf, WITHOUT_TEXT } from './page-tree.ts';

/** The 公文要素表 of a page. */
export interface ElementTable {
  /** The elements that hold it, outermost; empty when the page has none. */
  holders: PageElement[];
  /** What becomes frontmatter. */
  elements: Elements;
  /** The other labels that have a value. */
  others: { label: string; value: string }[];
}

/** So many different labels in one place are no accident, if so many of them are names that only such a table has. */
const FEWEST_LABELS = 3;
const FEWEST_SURE = 2;
const SURE =
  /^(?:信息?索引(?:号|编号)|索引号|主题分类|发文机[关构]|发布机[关构]|制发机关|发文单位|发文字号|文号|公文种类|成文日期|发文日期|印发日期|发布日期|公开日期|生成日期|公开方式|公开类别|体裁分类|组配分类|统一登记号)$/;
/** What else stands in such a table: short, and no sentence. */
const LONGEST_REST = 40;
/** What holds more text, in characters, is not looked through: a table of elements is small, and a text with one not long. */
const LONGEST_HOLDER = 40_000;
const CONTAINERS: ReadonlySet<string> = new Set([
  ...['table', 'ul', 'dl', 'div', 'section', 'ol', 'tbody', 'td', 'body', 'article', 'main', 'form', '#page'],
]);
/** What may be dropped from a box that also holds the text. */
const ROWS: ReadonlySet<string> = new Set([
  'tr',
  'table',
  'tbody',
  'ul',
  'dl',
  'li',
  'p',
  'div',
  'td',
  'section',
]);
const CELLS: ReadonlySet<string> = new Set([
  'td',
  'th',
  'dt',
  'dd',
  'li',
  'p',
  'div',
  'h2',
  'h3',
  'h4',
  'h5',
]);

interface Pair {
  label: string;
  value: string;
}

/** Finds the table, or tables side by side, in which a page names its document's 公文要素 (国办发〔2017〕47号). */
export function readElementTable(root: PageElement): ElementTable {
  const holders = findHolders(root);
  const pairs = holders.flatMap((holder) => readCells(holder).pairs);
  const elements: Elements = {};
  const others: ElementTable['others'] = [];
  for (const { label, value } of pairs) {
    const field = TABLE_LABELS[label];
    if (value === '' || /^[-—－/无]$/.test(value)) continue;
    if (field && elements[field] === undefined)
      elements[field] = { value, line: 0, from: '网页的公文要素表', label };
    else if (!field && !others.some((other) => other.label === label)) others.push({ label, value });
  }
  return { holders, elements, others };
}

/** The first box with enough labels and nothing else, with those like it beside it; of a box with text, its rows. */
function findHolders(root: PageElement): PageElement[] {
  const lengths = textLengths(root);
  const containers = [root, ...elementsBelow(root)].filter((element) => {
    return CONTAINERS.has(element.name) && (lengths.get(element) ?? 0) <= LONGEST_HOLDER;
  });
  const rich = containers.filter((element) => isRich(readCells(element).pairs));
  const around = new Set(rich.flatMap((element) => lineage(element).slice(1)));
  const first = rich.find((element) => !around.has(element));
  if (!first) return [];
  if (!isOnlyPairs(first))
    return outermost(elementsBelow(first).filter((each) => ROWS.has(each.name) && isOnlyPairs(each)));
  const holder = widest(first);
  // A second table beside the first holds what is left over (主题词), and a page for small screens has all of it again.
  const beside = containers.filter((element) => {
    if (lineage(element).includes(holder) || lineage(holder).includes(element)) return false;
    const alike = element.name === holder.name && element.parent === holder.parent;
    return (alike || isRich(readCells(element).pairs)) && isOnlyPairs(element);
  });
  return [holder, ...outermost(beside)];
}

function isRich(pairs: readonly Pair[]): boolean {
  const labels = [...new Set(pairs.map(({ label }) => label))];
  return labels.length >= FEWEST_LABELS && labels.filter((label) => SURE.test(label)).length >= FEWEST_SURE;
}

/** How much text, white space included, each element holds. */
function textLengths(root: PageElement): Map<PageElement, number> {
  const lengths = new Map<PageElement, number>();
  const measure = (element: PageElement): number => {
    const length = element.children.reduce((sum, child) => {
      return sum + (child.kind === 'text' ? child.text.length : measure(child));
    }, 0);
    lengths.set(element, length);
    return length;
  };
  measure(root);
  return lengths;
}

function outermost(elements: readonly PageElement[]): PageElement[] {
  const all = new Set(elements);
  return elements.filter(
    (each) =>
      !lineage(each)
        .slice(1)
        .some((around) => all.has(around)),
  );
}

/** Where rows of labels lie in boxes of their own, the box around them that holds nothing else. */
function widest(first: PageElement): PageElement {
  let holder = first;
  for (const around of lineage(first).slice(1)) {
    if (around.name === 'body' || !isOnlyPairs(around)) break;
    if (CONTAINERS.has(around.name)) holder = around;
  }
  return holder;
}

function isOnlyPairs(element: PageElement): boolean {
  const { pairs, rest } = readCells(element);
  return (
    pairs.length > 0 &&
    rest.length <= pairs.length &&
    rest.every((text) => text.length <= LONGEST_REST && !text.includes('。'))
  );
}

/** Labels with their values, from cells: a label and the cell after it, or both in one; and the cells that are neither. */
function readCells(holder: PageElement): { pairs: Pair[]; rest: string[] } {
  const cells = leafCells(holder);
  const pairs: Pair[] = [];
  const rest: string[] = [];
  let at = 0;
  while (at < cells.length) {
    const cell = cells[at] ?? '';
    at += 1;
    const several = [...cell.matchAll(EACH_LABELLED)].map(([, label = '', value = '']) => ({
      label: plainLabel(label),
      value: value.trim(),
    }));
    const match = LABELLED.exec(cell);
    if (several.length > 1) pairs.push(...several);
    else if (match) {
      const next = cells[at];
      const inline = match[2]?.trim() ?? '';
      const takesNext = inline === '' && next !== undefined && !LABELLED.test(next);
      pairs.push({ label: plainLabel(match[1] ?? ''), value: takesNext ? next.trim() : inline });
      if (takesNext) at += 1;
    } else if (cell !== '') rest.push(cell);
  }
  return { pairs, rest };
}

/** Texts of the innermost cells of a container, in order, empty ones too; text between them stands for itself. */
function leafCells(holder: PageElement): string[] {
  const cells: string[] = [];
  let loose = '';
  const flush = (): void => {
    if (loose.trim() !== '') cells.push(...inlineCells(holder, loose));
    loose = '';
  };
  const visit = (element: PageElement): void => {
    for (const child of element.children) {
      if (child.kind === 'text') loose += child.text;
      else if (WITHOUT_TEXT.has(child.name)) continue;
      else if (child.name === 'br') flush();
      else if (CELLS.has(child.name) && !holdsCells(child)) {
        flush();
        cells.push(...inlineCells(child, textOf(child)));
      } else if (CELLS.has(child.name) || holdsCells(child)) {
        flush();
        visit(child);
        flush();
      } else loose += textOf(child);
    }
  };
  visit(holder);
  flush();
  return cells;
}

/** True for an element with cells or breaks in it. */
function holdsCells(element: PageElement): boolean {
  return element.children.some((child) => {
    return child.kind === 'element' && (CELLS.has(child.name) || child.name === 'br' || holdsCells(child));
  });
}

/** A cell whose label and value are told apart by their elements only: <span>索引号</span><span>…</span>. */
function inlineCells(cell: PageElement, text: string): string[] {
  const plain = text.replace(/\s+/g, ' ').trim();
  const parts = cell.children.filter((child) => child.kind === 'element').map(textOf);
  const first = parts[0];
  const split = first !== undefined && parts.length > 1 && LABELLED.test(first) && !/[:：]/.test(plain);
  return split && parts.join('') === plain.replace(/\s/g, '') ? parts : [plain];
}
