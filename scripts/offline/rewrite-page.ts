/** Makes a built page one that works when it is opened from disk. All that isn't said here stays byte for byte. */
import { Parser } from 'htmlparser2';
import { rewriteAttribute } from './address-attributes.ts';
import { type OfflineSite, relativeRoot } from './relative-address.ts';

/** The script that stands in for the page's modules, below the copy's root. */
export const PAGE_SCRIPT = 'offline/page.js';
/** Follows the address of a search that is asked for on another page: no page on disk is told which one led to it. */
export const ASKED_MARK = '#asked';
const SEARCH_PAGE = /(?:^|\/)search\/index\.html$/;
/** Marks what only makes sense on a server: the copy goes without the element. */
const ONLINE_ONLY = 'data-online';

interface Edit {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly text: string;
}

interface Attribute {
  readonly name: string;
  readonly value: string;
  /** Of the whole attribute in the source, UTF-16 offsets, the end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Rewrites the page that lies at `file` below the site's folder. */
export function rewritePage(html: string, file: string, site: OfflineSite): string {
  const rewriter = new PageRewriter(file, site);
  const parser = new Parser(
    {
      // The parser tells where each attribute, opening tag and closing tag stands.
      onattribute: (name, value) => rewriter.attribute(name, value, parser.startIndex, parser.endIndex),
      onopentag: (name) => rewriter.open(name, parser.startIndex, parser.endIndex + 1),
      onclosetag: () => rewriter.close(parser.endIndex + 1),
    },
    { lowerCaseAttributeNames: false },
  );
  parser.end(html);
  return applyEdits(html, rewriter.edits);
}

/** Collects the edits of a page while it is parsed. */
class PageRewriter {
  readonly edits: Edit[] = [];
  private readonly file: string;
  private readonly site: OfflineSite;
  /** Those of the tag that is being read. */
  private attributes: Attribute[] = [];
  private depth = 0;
  /** The element that the copy goes without, while it is open, and what comes in its place. */
  private dropped: { readonly start: number; readonly depth: number; readonly text: string } | undefined;
  private scripted = false;

  constructor(file: string, site: OfflineSite) {
    this.file = file;
    this.site = site;
  }

  attribute(name: string, value: string, start: number, end: number): void {
    this.attributes.push({ name, value, start, end });
  }

  open(name: string, start: number, end: number): void {
    const { attributes } = this;
    this.attributes = [];
    this.depth += 1;
    if (this.dropped) return;
    if (name === 'script' && valueIn(attributes, 'type') === 'module') {
      this.drop(start, this.scripted ? '' : scriptTag(this.file));
      this.scripted = true;
    } else if (valueIn(attributes, ONLINE_ONLY) !== undefined) this.drop(start, '');
    else this.edits.push(...editTag(name, attributes, [start, end], this.file, this.site));
  }

  close(end: number): void {
    if (this.dropped?.depth === this.depth) {
      this.edits.push({ start: this.dropped.start, end, text: this.dropped.text });
      this.dropped = undefined;
    }
    this.depth -= 1;
  }

  private drop(start: number, text: string): void {
    this.dropped = { start, depth: this.depth, text };
  }
}

// Deferred, as modules are: it runs when the page is complete.
const scriptTag = (file: string): string =>
  `<script defer src="${relativeRoot(file)}${PAGE_SCRIPT}"></script>`;

const valueIn = (attributes: readonly Attribute[], name: string): string | undefined =>
  attributes.find((attribute) => attribute.name === name)?.value;

/** The edits of one opening tag, which spans `[start, end)`. */
function editTag(
  element: string,
  attributes: readonly Attribute[],
  [start, end]: readonly [number, number],
  file: string,
  site: OfflineSite,
): Edit[] {
  // It names the page's address on the web, wherever the page is read.
  if (element === 'link' && valueIn(attributes, 'rel') === 'canonical') return [];
  const edits: Edit[] = [];
  for (const attribute of attributes) {
    const { name, value } = attribute;
    const now = rewriteAttribute(element, name, value, file, site);
    if (now === undefined || now === value) continue;
    if (now !== 'missing')
      edits.push({ ...attribute, text: `${name}="${escapeValue(now + markOf(element, name, now))}"` });
    // What the copy lacks is neither loaded nor linked to; the words of the link stay.
    else if (element === 'link') return [{ start, end, text: '' }];
    else if (name === 'href') edits.push({ ...attribute, text: '' });
  }
  return edits;
}

/** Forms that lead to the search page ask for something, and so do links to it that name a query. */
function markOf(element: string, name: string, address: string): string {
  const [place = '', query] = address.split('?');
  const asks = (element === 'form' && name === 'action') || (element === 'a' && query !== undefined);
  return asks && SEARCH_PAGE.test(place) && !address.includes('#') ? ASKED_MARK : '';
}

const escapeValue = (value: string): string => value.replace(/&/g, '&amp;').replace(/"/g, '&quot;');

function applyEdits(source: string, edits: readonly Edit[]): string {
  let result = '';
  let position = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    result += source.slice(position, start) + text;
    position = end;
  }
  return result + source.slice(position);
}
