/** HTML trees of paragraphs, headings and tables that hold nothing but text: most of what an office writes. */
import type { Element, ElementContent, Root as HastRoot, Text as HastText } from 'hast';
import type { Nodes, Root, Table, TableRow } from 'mdast';

/**
 * Turns a plain tree into an HTML tree as remark-rehype does, which walks it several times for what it doesn't hold.
 * Undefined when it is not plain.
 */
export function plainHast(tree: Root): HastRoot | undefined {
  const blocks: Element[] = [];
  for (const node of tree.children) {
    const block = blockOf(node);
    if (!block) return undefined;
    blocks.push(block);
  }
  const children = blocks.flatMap((block, index) => (index === 0 ? [block] : [lineEnd(), block]));
  return placed<HastRoot>({ type: 'root', children }, tree);
}

function blockOf(node: Nodes): Element | undefined {
  if (node.type === 'table') return tableOf(node);
  if (node.type !== 'paragraph' && node.type !== 'heading') return undefined;
  const texts = textsOf(node.children);
  const tagName = node.type === 'heading' ? `h${node.depth}` : 'p';
  return texts && element(tagName, texts, node);
}

function tableOf(table: Table): Element | undefined {
  const rows: Element[] = [];
  for (const [index, row] of table.children.entries()) {
    const made = rowOf(row, table, index === 0 ? 'th' : 'td');
    if (!made) return undefined;
    rows.push(made);
  }
  const [head, ...rest] = rows;
  const [headRow, first] = table.children;
  if (!head || !headRow) return undefined;
  const parts = [element('thead', apart([head]), headRow)];
  const start = first?.position?.start;
  const end = table.children.at(-1)?.position?.end;
  if (rest.length > 0)
    parts.push(element('tbody', apart(rest), start && end ? { position: { start, end } } : {}));
  return element('table', apart(parts), table);
}

function rowOf(row: TableRow, { align }: Table, tagName: 'th' | 'td'): Element | undefined {
  const cells: Element[] = [];
  const length = align?.length ?? row.children.length;
  if (length !== row.children.length) return undefined;
  for (const [column, cell] of row.children.entries()) {
    const texts = textsOf(cell.children);
    if (!texts) return undefined;
    const made = element(tagName, texts, cell);
    const side = align?.[column];
    if (side) made.properties['align'] = side;
    cells.push(made);
  }
  return element('tr', apart(cells), row);
}

/** Undefined where there is more than text, or space around a line end, which is taken off. */
function textsOf(nodes: readonly Nodes[]): HastText[] | undefined {
  const texts: HastText[] = [];
  for (const node of nodes) {
    if (node.type !== 'text' || /[ \t\r]\n|\r|\n[ \t]/.test(node.value)) return undefined;
    texts.push(placed<HastText>({ type: 'text', value: node.value }, node));
  }
  return texts;
}

function element(tagName: string, children: ElementContent[], from: Pick<Nodes, 'position'>): Element {
  return placed<Element>({ type: 'element', tagName, properties: {}, children }, from);
}

function placed<Node extends HastRoot | Element | HastText>(
  node: Node,
  { position }: Pick<Nodes, 'position'>,
): Node {
  if (position) node.position = position;
  return node;
}

/** Each on a line of its own. */
function apart(elements: readonly Element[]): ElementContent[] {
  return [lineEnd(), ...elements.flatMap((each) => [each, lineEnd()])];
}

function lineEnd(): HastText {
  return { type: 'text', value: '\n' };
}
