import { FONT } from './layout.ts';
import { NAMESPACE } from './namespaces.ts';
import { FOOTERS } from './page.ts';
import type { Relation } from './relations.ts';
import { relationsXml } from './relations.ts';
import { stylesXml } from './styles-part.ts';
import { DECLARATION, element, valued } from './xml.ts';

/** A file within the package that a Word file is. */
export interface Part {
  path: string;
  /** XML, or the bytes of a picture. */
  data: string | Uint8Array;
}

/** What stands in for a font that a computer lacks, and the font's family. */
const FALLBACKS: [name: string, alternative: string, family: 'roman' | 'modern'][] = [
  [FONT.title, '华文中宋', 'roman'],
  [FONT.body, '仿宋_GB2312', 'modern'],
  [FONT.kai, '楷体_GB2312', 'modern'],
  [FONT.hei, 'SimHei', 'modern'],
  [FONT.song, 'SimSun', 'roman'],
];

/** GB 2312's character set is 86 (hexadecimal). */
const FONT_TABLE = FALLBACKS.map(([name, alternative, family]) =>
  element(
    'w:font',
    { 'w:name': name },
    valued('w:altName', alternative) + valued('w:charset', '86') + valued('w:family', family),
  ),
).join('');

/** Odd and even pages have their numbers at different sides; the layout is that of Word 2013 and later. */
const SETTINGS = [
  '<w:displayBackgroundShape/>',
  valued('w:defaultTabStop', 720),
  '<w:evenAndOddHeaders/>',
  `<w:compat>${element('w:compatSetting', {
    'w:name': 'compatibilityMode',
    'w:uri': 'http://schemas.microsoft.com/office/word',
    'w:val': 15,
  })}</w:compat>`,
].join('');

/** The parts that are the same in every file. */
export const FIXED_PARTS: readonly Part[] = [
  {
    path: '_rels/.rels',
    data: relationsXml([
      { id: 'document', kind: 'officeDocument', target: 'word/document.xml' },
      { id: 'properties', kind: 'core-properties', target: 'docProps/core.xml' },
    ]),
  },
  { path: 'word/styles.xml', data: stylesXml() },
  { path: 'word/settings.xml', data: partOf('settings', SETTINGS) },
  { path: 'word/fontTable.xml', data: partOf('fonts', FONT_TABLE) },
  { path: 'word/footer1.xml', data: FOOTERS.odd },
  { path: 'word/footer2.xml', data: FOOTERS.even },
];

/** How word/document.xml names those of them that it uses. */
export const FIXED_RELATIONS: readonly Relation[] = [
  { id: 'styles', kind: 'styles', target: 'styles.xml' },
  { id: 'settings', kind: 'settings', target: 'settings.xml' },
  { id: 'fontTable', kind: 'fontTable', target: 'fontTable.xml' },
  { id: 'footer1', kind: 'footer', target: 'footer1.xml' },
  { id: 'footer2', kind: 'footer', target: 'footer2.xml' },
];

function partOf(name: string, content: string): string {
  return `${DECLARATION}<w:${name} xmlns:w="${NAMESPACE.w}">${content}</w:${name}>`;
}
