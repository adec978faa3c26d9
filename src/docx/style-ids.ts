/** Ids of the styles that paragraphs name; the names that a user of Word sees stand in style-table.ts. */
export const STYLE = {
  issuer: 'Issuer',
  number: 'DocumentNumber',
  title: 'Title',
  note: 'EditorNote',
  body: 'BodyText',
  cell: 'TableText',
  footnote: 'FootnoteText',
  colophon: 'Colophon',
  page: 'PageNumber',
} as const;
