import { escapeHtml } from '../core/escape-html.ts';
import { FONT } from './layout.ts';
import { stylesXml } from './styles-part.ts';
import type { WordSource } from './word-source.ts';

/** A part of the package that we write ourselves. */
interface Part {
  path: string;
  data: string;
}

/** What stands in for a font that a computer lacks, and the font's family. */
const FALLBACKS: [name: string, alternative: string, family: 'roman' | 'modern'][] = [
  [FONT.title, '华文中宋', 'roman'],
  [FONT.body, '仿宋_GB2312', 'modern'],
  [FONT.kai, '楷体_GB2312', 'modern'],
  [FONT.hei, 'SimHei', 'modern'],
  [FONT.song, 'SimSun', 'roman'],
];

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The font table: the library writes none without embedded fonts. GB 2312's character set is 86 (hexadecimal). */
export const FONT_TABLE: Part = {
  path: 'word/fontTable.xml',
  data: `${DECLARATION}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${FALLBACKS.map(
    ([name, alternative, family]) =>
      `<w:font w:name="${name}"><w:altName w:val="${alternative}"/><w:charset w:val="86"/><w:family w:val="${family}"/></w:font>`,
  ).join('')}</w:fonts>`,
};

export const STYLES: Part = { path: 'word/styles.xml', data: stylesXml() };

/**
 * The document's properties. The library would write the time of making: the document's own date stands here, and
 * none where it has none.
 */
export function coreProperties({ document, url, library }: WordSource): Part {
  const date = document.issuedOn ?? document.publishedOn;
  const times = ['created', 'modified'].map((name) =>
    date ? `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${name}>` : '',
  );
  const keywords = document.topics.join('；');
  const properties = [
    element('dc:title', document.title),
    element('dc:subject', document.docNumber ?? ''),
    element('dc:creator', document.issuer),
    element('cp:keywords', keywords),
    element('dc:description', url),
    element('cp:lastModifiedBy', library),
    ...times,
    element('dc:language', 'zh-CN'),
  ];
  return {
    path: 'docProps/core.xml',
    data: `${DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${properties.join('')}</cp:coreProperties>`,
  };
}

function element(name: string, text: string): string {
  return text === '' ? '' : `<${name}>${escapeHtml(text)}</${name}>`;
}
