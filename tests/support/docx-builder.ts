import { strToU8, zipSync } from 'fflate';

/** What a Word file for a test consists of; what is left out it doesn't have. */
export interface DocxParts {
  /** XML of the body's blocks. */
  body?: string;
  /** XML of the styles, within w:styles. */
  styles?: string;
  /** XML of the numberings, within w:numbering. */
  numbering?: string;
  /** XML of the notes and comments, within their roots. */
  footnotes?: string;
  endnotes?: string;
  comments?: string;
  /** Relationships of the main part beyond those to the parts above: `<Relationship …/>`. */
  relationships?: string;
  /** Other files of the package, by name. */
  files?: Record<string, Uint8Array | string>;
}

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A Word file's bytes. */
export function docx(parts: DocxParts): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(docxFiles(parts)).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );
}

/** The files of a Word file's package, by name. */
export function docxFiles(parts: DocxParts): Record<string, Uint8Array | string> {
  const { body = '', styles, numbering, footnotes, endnotes, comments, relationships = '', files } = parts;
  const more = Object.entries({ styles, numbering, footnotes, endnotes, comments }).filter(
    ([, content]) => content !== undefined,
  );
  return {
    '[Content_Types].xml': contentTypes(['document', ...more.map(([name]) => name)]),
    '_rels/.rels': relationshipsXml(relationship('rId1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': root('document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels': relationshipsXml(
      more.map(([name]) => relationship(`own-${name}`, name, `${name}.xml`)).join('') + relationships,
    ),
    ...Object.fromEntries(more.map(([name, content]) => [`word/${name}.xml`, root(name, content ?? '')])),
    ...files,
  };
}

function contentTypes(parts: readonly string[]): string {
  const type = (name: string): string =>
    `application/vnd.openxmlformats-officedocument.wordprocessingml.${name === 'document' ? 'document.main' : name}+xml`;
  const defaults = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ['png', 'image/png'],
  ].map(([extension, named]) => `<Default Extension="${extension}" ContentType="${named}"/>`);
  const overrides = parts.map(
    (name) => `<Override PartName="/word/${name}.xml" ContentType="${type(name)}"/>`,
  );
  return `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.join('')}${overrides.join('')}</Types>`;
}

/** A part's XML with all namespaces declared. */
export function root(name: string, content: string): string {
  return `${XML}<w:${name} ${NAMESPACES}>${content}</w:${name}>`;
}

export function relationshipsXml(content: string): string {
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
}

/** A relationship to a part, or to an address when external. */
export function relationship(id: string, type: string, target: string, external = false): string {
  const mode = external ? ' TargetMode="External"' : '';
  return `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${escaped(target)}"${mode}/>`;
}

/** A run; `properties` is the XML within w:rPr. */
export function r(text: string, properties = ''): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

/** A paragraph of runs, or of a text; `properties` is the XML within w:pPr. */
export function p(content: string, properties = ''): string {
  const runs = content.startsWith('<') || content === '' ? content : r(content);
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** A table of cells, each the XML of its blocks or a text. */
export function tbl(rows: readonly (readonly string[])[], properties = BORDERS): string {
  const cells = (row: readonly string[]): string =>
    row.map((cell) => (cell.startsWith('<w:tc>') ? cell : tc(cell))).join('');
  return `<w:tbl><w:tblPr>${properties}</w:tblPr>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`;
}

/** Lines around and within a table. */
export const BORDERS =
  '<w:tblBorders><w:top w:val="single"/><w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders>';

/** A cell; `properties` is the XML within w:tcPr. */
export function tc(content: string, properties = ''): string {
  const blocks = content.startsWith('<') ? content : p(content);
  return `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${blocks}</w:tc>`;
}

/** A style of paragraphs; `properties` is the XML behind its name. */
export function style(id: string, name: string, properties = '', type = 'paragraph'): string {
  return `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${properties}</w:style>`;
}

/** A field whose code and result are runs. */
export function field(code: string, result: string): string {
  const mark = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
  return `${mark('begin')}<w:r><w:instrText xml:space="preserve">${escaped(code)}</w:instrText></w:r>${mark('separate')}${result}${mark('end')}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
