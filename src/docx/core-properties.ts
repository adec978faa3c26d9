import type { WordSource } from './word-source.ts';
import { DECLARATION, element, escapeXml } from './xml.ts';

const NAMESPACES = [
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ');

/** docProps/core.xml. As dates stands the document's own, and none where it has none: never that of making the file. */
export function coreProperties({ document, url, library }: WordSource): string {
  const date = document.issuedOn ?? document.publishedOn;
  const times = ['created', 'modified'].map((name) =>
    date ? element(`dcterms:${name}`, { 'xsi:type': 'dcterms:W3CDTF' }, escapeXml(`${date}T00:00:00Z`)) : '',
  );
  const properties = [
    property('dc:title', document.title),
    property('dc:subject', document.docNumber ?? ''),
    property('dc:creator', document.issuer),
    property('cp:keywords', document.topics.join('；')),
    property('dc:description', url),
    property('cp:lastModifiedBy', library),
    ...times,
    property('dc:language', 'zh-CN'),
  ];
  return `${DECLARATION}<cp:coreProperties ${NAMESPACES}>${properties.join('')}</cp:coreProperties>`;
}

function property(name: string, text: string): string {
  return text === '' ? '' : element(name, {}, escapeXml(text));
}
