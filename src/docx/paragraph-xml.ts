import type { STYLE } from './style-ids.ts';
import { element, valued } from './xml.ts';

/** Distances of a paragraph in twips; `firstLineChars` in hundredths of a character. */
export interface Indent {
  left?: number;
  right?: number;
  hanging?: number;
  firstLine?: number;
  firstLineChars?: number;
}

/** Space above a paragraph and height of its lines, in twips; of `auto` lines in 240ths of a line. */
export interface Spacing {
  before?: number;
  line?: number;
  lineRule?: 'exact' | 'auto';
}

/** A line above or below a paragraph: `size` in eighths of a point, `space` in points. */
export interface Border {
  side: 'top' | 'bottom';
  color: string;
  size: number;
  space: number;
}

/** What sets a paragraph apart from its style. */
export interface ParagraphLook {
  keepNext?: boolean;
  keepLines?: boolean;
  pageBreakBefore?: boolean;
  /** The list in which it is an item, by the id in word/numbering.xml, and its level there. */
  numbering?: { id: number; level: number };
  border?: Border;
  spacing?: Spacing;
  indent?: Indent;
  alignment?: 'left' | 'center' | 'right';
}

/** The id of a paragraph style. */
export type StyleId = (typeof STYLE)[keyof typeof STYLE] | `Heading${number}`;

/** A paragraph around its runs, which are XML. The order of its properties is that of the schema (CT_PPrBase). */
export function paragraph(style: StyleId, look: ParagraphLook, runs = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${propertiesOf(look)}</w:pPr>${runs}</w:p>`;
}

function propertiesOf(look: ParagraphLook): string {
  const { numbering, border, spacing, indent, alignment } = look;
  let xml = '';
  if (look.keepNext) xml += '<w:keepNext/>';
  if (look.keepLines) xml += '<w:keepLines/>';
  if (look.pageBreakBefore) xml += '<w:pageBreakBefore/>';
  if (numbering) {
    const place = valued('w:ilvl', numbering.level) + valued('w:numId', numbering.id);
    xml += `<w:numPr>${place}</w:numPr>`;
  }
  if (border) xml += `<w:pBdr>${borderLine(border)}</w:pBdr>`;
  if (spacing)
    xml += element('w:spacing', {
      'w:before': spacing.before,
      'w:line': spacing.line,
      'w:lineRule': spacing.lineRule,
    });
  if (indent)
    xml += element('w:ind', {
      'w:left': indent.left,
      'w:right': indent.right,
      'w:hanging': indent.hanging,
      'w:firstLine': indent.firstLine,
      'w:firstLineChars': indent.firstLineChars,
    });
  return alignment ? xml + valued('w:jc', alignment) : xml;
}

function borderLine({ side, color, size, space }: Border): string {
  return element(`w:${side}`, { 'w:val': 'single', 'w:color': color, 'w:sz': size, 'w:space': space });
}
