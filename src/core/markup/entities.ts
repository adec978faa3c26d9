/** Character references of HTML, as far as built pages have them. */

const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' },
};
const REFERENCE = /&(?:#x([\da-fA-F]+)|#(\d+)|([a-z]+));/g;
/** What a parser may read as a reference, but is none of those. */
const OTHER = /&(?!(?:amp|lt|gt|quot|apos|nbsp|#x[\da-fA-F]{1,6}|#\d{1,7});)[a-zA-Z#]/;
/** References to these mean others: control characters, half characters, and what is no character. */
const isPlain = (code: number): boolean =>
  (code >= 0x20 && code < 0x80) || (code >= 0xa0 && code < 0xd800) || (code >= 0xe000 && code <= 0x10ffff);

/** A text with its references replaced; undefined for references that only a parser knows. */
export function decodeEntities(text: string): string | undefined {
  if (!text.includes('&')) return text;
  if (OTHER.test(text)) return undefined;
  let plain = true;
  const decoded = text.replace(REFERENCE, (_, hex, decimal, name) => {
    if (name) return NAMED[name] ?? '';
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    plain &&= isPlain(code);
    return plain ? String.fromCodePoint(code) : '';
  });
  return plain ? decoded : undefined;
}
