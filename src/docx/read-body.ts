import type { Clause } from '../core/clauses.ts';
import type { LayoutRole } from '../core/layout-roles.ts';
import type { Body, BodyBlock, Inline, ListPlace } from './body-model.ts';
import { type HtmlElement, type HtmlNode, hasClass, isElement, isText, parseHtml } from './html-tree.ts';
import { readInlines } from './read-inlines.ts';
import { readTable } from './read-table.ts';

const ROLES: readonly LayoutRole[] = ['addressee', 'enclosure', 'enclosure-more', 'signed'];
const HEADING = /^h([1-6])$/;
/** Elements whose lines make a paragraph. */
const LINES = new Set(['p', 'pre', 'dt', 'dd', 'figcaption', 'summary']);
/** Elements that stand by themselves within a list item or quotation. */
const BLOCKS = new Set([
  ...LINES,
  ...[
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'ul',
    'ol',
    'li',
    'dl',
    'table',
    'blockquote',
    'section',
    'div',
    'hr',
  ],
  ...['figure', 'details', 'template'],
]);

/** What a block stands in. */
interface Place {
  list: ListPlace | undefined;
  quoted: boolean;
}

/**
 * Reads a document's rendered HTML, the same that its page shows, into blocks. Unknown elements give what is in them,
 * so that no word is lost when the page's markup changes.
 */
export function readBody(html: string, clauses: readonly Clause[]): Body {
  return new BodyReader(clauses).read(html);
}

class BodyReader {
  private readonly blocks: BodyBlock[] = [];
  private readonly footnotes = new Map<number, Inline[][]>();
  private readonly clauses: ReadonlyMap<string, Clause>;
  private lists = 0;

  constructor(clauses: readonly Clause[]) {
    this.clauses = new Map(clauses.map((clause) => [clause.id, clause]));
  }

  read(html: string): Body {
    return this.readNodes(parseHtml(html));
  }

  private readNodes(nodes: readonly HtmlNode[]): Body {
    this.walk(nodes, { list: undefined, quoted: false });
    return { blocks: this.blocks, footnotes: this.footnotes };
  }

  /** Loose text among blocks makes a paragraph of its own. */
  private walk(nodes: readonly HtmlNode[], outer: Place): void {
    let place = outer;
    let loose: HtmlNode[] = [];
    const close = (): void => {
      // Between most blocks there is but a line end.
      const inlines = loose.every(isBlank) ? [] : readInlines(loose);
      loose = [];
      if (inlines.length === 0) return;
      this.paragraph(inlines, place);
      place = unmarked(place);
    };
    for (const node of nodes) {
      if (isElement(node) && BLOCKS.has(node.name)) {
        close();
        this.block(node, place);
        place = unmarked(place);
      } else loose.push(node);
    }
    close();
  }

  private block(element: HtmlElement, place: Place): void {
    const { name, children } = element;
    const depth = HEADING.exec(name)?.[1];
    if ('data-footnotes' in element.attribs) this.readFootnotes(element);
    else if (depth) this.heading(element, Number(depth));
    else if (LINES.has(name)) this.lines(element, place);
    else if (name === 'ul' || name === 'ol') this.readList(element, place);
    else if (name === 'table') this.blocks.push({ kind: 'table', rows: readTable(element) });
    else if (name === 'hr') this.blocks.push({ kind: 'rule' });
    else if (name !== 'template')
      this.walk(children, name === 'blockquote' ? { ...place, quoted: true } : place);
  }

  private heading(element: HtmlElement, depth: number): void {
    const clause = this.clauses.get(element.attribs['id'] ?? '');
    this.blocks.push({ kind: 'heading', depth, inlines: readInlines(element.children), clause });
  }

  private lines(element: HtmlElement, place: Place): void {
    const role = ROLES.find((name) => hasClass(element, name));
    const clause = this.clauses.get(element.attribs['id'] ?? '');
    if (element.name !== 'pre') {
      this.paragraph(readInlines(element.children), place, {
        role,
        clause,
        caption: element.name === 'figcaption',
      });
      return;
    }
    for (const line of textOf(element).replace(/\n$/, '').split('\n'))
      this.paragraph([{ kind: 'text', text: line, code: true }], place, { code: true });
  }

  private paragraph(
    inlines: Inline[],
    { list, quoted }: Place,
    more: {
      role?: LayoutRole | undefined;
      clause?: Clause | undefined;
      code?: boolean;
      caption?: boolean;
    } = {},
  ): void {
    if (inlines.length === 0) return;
    const { role, clause, code = false, caption = false } = more;
    this.blocks.push({ kind: 'paragraph', inlines, list, quoted, role, clause, code, caption });
  }

  private readList(element: HtmlElement, { list, quoted }: Place): void {
    const ordered = element.name === 'ol';
    const start = Number(element.attribs['start'] ?? 1);
    const depth = list === undefined ? 0 : list.depth + 1;
    const place: ListPlace = { ordered, start, list: this.lists++, depth, marked: true };
    for (const item of element.children) {
      if (isElement(item)) this.walk(item.children, { list: place, quoted });
    }
  }

  private readFootnotes(section: HtmlElement): void {
    const list = section.children.filter(isElement).find(({ name }) => name === 'ol');
    for (const [index, item] of (list?.children ?? []).filter(isElement).entries()) {
      const { blocks } = new BodyReader([]).readNodes(item.children);
      this.footnotes.set(index + 1, blocks.flatMap(linesOf));
    }
  }
}

/** A block of a footnote as lines of text: a list or a table in a note would be more than Word's notes take. */
function linesOf(block: BodyBlock): Inline[][] {
  if (block.kind === 'rule') return [];
  if (block.kind !== 'table') return [block.inlines];
  return block.rows.map(({ cells }) =>
    cells.flatMap(({ inlines }, index): Inline[] =>
      index === 0 ? inlines : [{ kind: 'text', text: '　' }, ...inlines],
    ),
  );
}

/** The place after the first paragraph of a list item: no second mark. */
function unmarked(place: Place): Place {
  return place.list?.marked ? { ...place, list: { ...place.list, marked: false } } : place;
}

function isBlank(node: HtmlNode): boolean {
  return isText(node) && node.data.trim() === '';
}

function textOf(element: HtmlElement): string {
  return element.children
    .map((child) => (isText(child) ? child.data : isElement(child) ? textOf(child) : ''))
    .join('');
}
