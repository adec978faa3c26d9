import { Parser } from 'htmlparser2';
import { gzipSize } from './page-weight.ts';

/** A part of a page's HTML and what the page would weigh less without it, in bytes. */
export interface HtmlPart {
  readonly name: string;
  readonly raw: number;
  readonly gzip: number;
}

const NAMED = new Set([
  'head',
  'header',
  'nav',
  'section',
  'aside',
  'details',
  'footer',
  'svg',
  'script',
  'form',
]);

/**
 * The costly parts of a page, most costly first: landmarks, sections, pictures, scripts and the document's body. One may
 * lie in another, so that they don't add up.
 */
export function htmlParts(html: string): HtmlPart[] {
  const whole = gzipSize(html);
  const cost = ({ name, start, end }: Span): HtmlPart => {
    const gzip = whole - gzipSize(html.slice(0, start) + html.slice(end));
    return { name, raw: end - start, gzip };
  };
  return findSpans(html)
    .map(cost)
    .sort((a, b) => b.gzip - a.gzip);
}

interface Span {
  readonly name: string;
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
}

function findSpans(html: string): Span[] {
  const spans: Span[] = [];
  const open: { name: string; start: number }[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => open.push({ name: nameOf(name, attributes), start: parser.startIndex }),
    onclosetag: () => {
      const element = open.pop();
      if (element && element.name !== '') spans.push({ ...element, end: parser.endIndex + 1 });
    },
  });
  parser.end(html);
  return spans;
}

/** Empty for an element that is not worth a line of its own. */
function nameOf(name: string, attributes: Readonly<Record<string, string>>): string {
  const { class: classes, type, 'aria-labelledby': label, 'aria-label': words } = attributes;
  if ('data-document-body' in attributes) return 'document body';
  if ('data-document-facts' in attributes) return 'facts';
  if (!NAMED.has(name)) return '';
  const detail = label ?? words ?? type ?? classes?.split(' ')[0];
  return detail === undefined ? name : `${name} (${detail})`;
}
