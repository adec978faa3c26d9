/** The namespaces of the parts, by the prefixes that stand for them. */
export const NAMESPACE = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
} as const;

/** Their declarations, for the parts that hold a document's text. */
export const DECLARED = Object.entries(NAMESPACE)
  .map(([prefix, address]) => ` xmlns:${prefix}="${address}"`)
  .join('');
