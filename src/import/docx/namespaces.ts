/** Namespaces by the prefix that this room calls them by; the second of two is that of strict OOXML (ISO/IEC 29500). */
const NAMESPACES: Record<string, readonly string[]> = {
  w: [
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
    'http://purl.oclc.org/ooxml/wordprocessingml/main',
  ],
  r: [
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
    'http://purl.oclc.org/ooxml/officeDocument/relationships',
  ],
  m: [
    'http://schemas.openxmlformats.org/officeDocument/2006/math',
    'http://purl.oclc.org/ooxml/officeDocument/math',
  ],
  a: ['http://schemas.openxmlformats.org/drawingml/2006/main', 'http://purl.oclc.org/ooxml/drawingml/main'],
  wp: [
    'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
    'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing',
  ],
  pic: [
    'http://schemas.openxmlformats.org/drawingml/2006/picture',
    'http://purl.oclc.org/ooxml/drawingml/picture',
  ],
  c: ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'http://purl.oclc.org/ooxml/drawingml/chart'],
  dgm: [
    'http://schemas.openxmlformats.org/drawingml/2006/diagram',
    'http://purl.oclc.org/ooxml/drawingml/diagram',
  ],
  wps: ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  w14: ['http://schemas.microsoft.com/office/word/2010/wordml'],
  asvg: ['http://schemas.microsoft.com/office/drawing/2016/SVG/main'],
  mc: ['http://schemas.openxmlformats.org/markup-compatibility/2006'],
  v: ['urn:schemas-microsoft-com:vml'],
  o: ['urn:schemas-microsoft-com:office:office'],
};

const PREFIXES = new Map(
  Object.entries(NAMESPACES).flatMap(([prefix, addresses]) => addresses.map((address) => [address, prefix])),
);

/** Prefixes in force: what a file writes → what this room calls it. */
export type Scope = ReadonlyMap<string, string>;

/** The scope within an element: its own declarations come before those around it. The prefix of the default namespace is ''. */
export function scopeWithin(outer: Scope, attributes: Readonly<Record<string, string>>): Scope {
  let scope: Map<string, string> | undefined;
  for (const [name, address] of Object.entries(attributes)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    scope ??= new Map(outer);
    const written = name.slice('xmlns:'.length);
    scope.set(written, PREFIXES.get(address) ?? written);
  }
  return scope ?? outer;
}

/** A name with the prefix that this room uses; an attribute without a prefix is in no namespace. */
export function commonName(written: string, scope: Scope, isAttribute: boolean): string {
  const colon = written.indexOf(':');
  if (colon < 0) {
    const prefix = isAttribute ? '' : (scope.get('') ?? '');
    return prefix === '' ? written : `${prefix}:${written}`;
  }
  const prefix = written.slice(0, colon);
  return (scope.get(prefix) ?? prefix) + written.slice(colon);
}
