import { Parser } from 'htmlparser2';

/** Elements without an end. */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Elements that stand within a line of text. */
const INLINE = new Set(
  'a abbr b br cite code del em i ins kbd mark q small span strong sub sup time u'.split(' '),
);
/** Longer texts of these, scripts and pictures, are pinned elsewhere; here a digest of them would only be noise. */
const OPAQUE = new Set(['script', 'style']);
/** Changes with the content of a file or of the program, and with nothing else: `Base.BKW75k2e.css`. */
const HASHES: readonly [RegExp, string][] = [
  [/(\/_astro\/[^"'\s]*?)\.[\w-]{8}(\.\w+)/g, '$1.*$2'],
  [/(\/pagefind\/)[\da-f]{12}(?=\/)/g, '$1*'],
  [/'sha256-[\w+/]{43}='/g, "'sha256-*'"],
];

/**
 * A page's whole HTML, one element or stretch of text to a line and set in by depth, so that a change shows as a line;
 * attributes in the order of their names, hashes of files as stars. Nothing else is left out.
 */
export function readableHtml(html: string): string {
  const lines: string[] = [];
  let depth = 0;
  let inline = '';
  let opaque = 0;
  const write = (line: string): void => void lines.push('  '.repeat(depth) + line);
  const flush = (): void => {
    const text = inline.replace(/[\t\n\r ]+/g, ' ').trim();
    if (text !== '') write(text);
    inline = '';
  };
  const parser = new Parser(
    {
      onprocessinginstruction: (_name, data) => write(`<${data}>`),
      oncomment: (data) => write(`<!--${data}-->`),
      onopentag: (name, attributes) => {
        const opening = openingTag(name, attributes);
        if (INLINE.has(name)) {
          inline += opening;
          return;
        }
        flush();
        write(opening);
        if (OPAQUE.has(name)) opaque += 1;
        if (!VOID.has(name)) depth += 1;
      },
      ontext: (text) => {
        inline += opaque > 0 ? text : escapeText(text);
      },
      onclosetag: (name) => {
        if (VOID.has(name)) return;
        if (INLINE.has(name)) {
          inline += `</${name}>`;
          return;
        }
        flush();
        depth -= 1;
        if (OPAQUE.has(name)) opaque -= 1;
      },
    },
    {
      decodeEntities: true,
      lowerCaseAttributeNames: false,
      lowerCaseTags: false,
      recognizeSelfClosing: true,
    },
  );
  parser.end(html);
  flush();
  return `${withoutHashes(lines.join('\n'))}\n`;
}

function openingTag(name: string, attributes: Record<string, string>): string {
  const written = Object.entries(attributes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([attribute, value]) =>
      value === '' ? ` ${attribute}` : ` ${attribute}="${escapeText(value).replaceAll('"', '&quot;')}"`,
    );
  return `<${name}${written.join('')}>`;
}

const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function withoutHashes(text: string): string {
  return HASHES.reduce((result, [pattern, star]) => result.replace(pattern, star), text);
}
