import { DECLARATION, element } from './xml.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const PACKAGE = 'application/vnd.openxmlformats-package';

/** Media types by the ends of names. */
const BY_EXTENSION = {
  rels: `${PACKAGE}.relationships+xml`,
  xml: 'application/xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
};

/** Media types of the parts that are more than XML; a part that isn't listed goes by the end of its name. */
const BY_PATH: Record<string, string> = {
  'docProps/core.xml': `${PACKAGE}.core-properties+xml`,
  'word/document.xml': `${OFFICE}.document.main+xml`,
  'word/styles.xml': `${OFFICE}.styles+xml`,
  'word/settings.xml': `${OFFICE}.settings+xml`,
  'word/fontTable.xml': `${OFFICE}.fontTable+xml`,
  'word/footer1.xml': `${OFFICE}.footer+xml`,
  'word/footer2.xml': `${OFFICE}.footer+xml`,
  'word/footnotes.xml': `${OFFICE}.footnotes+xml`,
  'word/numbering.xml': `${OFFICE}.numbering+xml`,
};

/** [Content_Types].xml: what each part of a file is. */
export function contentTypesXml(paths: readonly string[]): string {
  const defaults = Object.entries(BY_EXTENSION).map(([Extension, ContentType]) =>
    element('Default', { Extension, ContentType }),
  );
  const overrides = paths.map((path) => {
    const ContentType = BY_PATH[path];
    return ContentType ? element('Override', { PartName: `/${path}`, ContentType }) : '';
  });
  return `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.join('')}${overrides.join('')}</Types>`;
}
