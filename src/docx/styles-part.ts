import { characters, FONT, SIZE } from './layout.ts';
import { fontOf, sizeOf } from './run-xml.ts';
import { PARAGRAPH_STYLES, type ParagraphStyle } from './style-table.ts';

/**
 * word/styles.xml. The order of elements is that of the schema (CT_PPrBase, CT_RPr).
 */
export function stylesXml(): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${[
    DEFAULTS,
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>',
    TABLE,
    ...PARAGRAPH_STYLES.map(paragraphStyle),
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
  ].join('')}</w:styles>`;
}

const DEFAULTS = `<w:docDefaults><w:rPrDefault><w:rPr>${fontOf(FONT.body)}${sizeOf(SIZE.sanhao)}<w:lang w:val="zh-CN" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`;
const TABLE =
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>';

function paragraphStyle(style: ParagraphStyle): string {
  return `<w:style w:type="paragraph" w:styleId="${style.id}"><w:name w:val="${style.name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraphProperties(style)}</w:pPr><w:rPr>${runProperties(style)}</w:rPr></w:style>`;
}

function paragraphProperties({
  align,
  line,
  before = 0,
  indent,
  outline,
  onGrid = false,
}: ParagraphStyle): string {
  const fixed = line === undefined ? '' : ` w:line="${line}" w:lineRule="exact"`;
  return [
    outline === undefined ? '' : '<w:keepNext/>',
    // A page has its 22 lines, even where a paragraph ends on the next one with a single line.
    '<w:widowControl w:val="0"/>',
    onGrid ? '' : '<w:snapToGrid w:val="0"/>',
    `<w:spacing w:before="${before}" w:after="0"${fixed}/>`,
    indent ? `<w:ind w:firstLineChars="${indent * 100}" w:firstLine="${characters(indent)}"/>` : '',
    `<w:jc w:val="${align}"/>`,
    outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`,
  ].join('');
}

function runProperties({ font, size, color, spacing }: ParagraphStyle): string {
  return [
    fontOf(font),
    color ? `<w:color w:val="${color}"/>` : '',
    spacing ? `<w:spacing w:val="${spacing}"/>` : '',
    sizeOf(size),
  ].join('');
}
