import {
  AlignmentType,
  DocumentGridType,
  Footer,
  type ISectionOptions,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { characters, LINE, PAGE } from './layout.ts';
import { STYLE } from './style-ids.ts';

/** Paper, margins and the grid of 22 lines. */
export const SECTION: NonNullable<ISectionOptions['properties']> = {
  page: {
    size: { width: PAGE.width, height: PAGE.height },
    margin: {
      top: PAGE.top,
      right: PAGE.right,
      bottom: PAGE.bottom,
      left: PAGE.left,
      header: PAGE.footer,
      footer: PAGE.footer,
      gutter: 0,
    },
  },
  grid: { type: DocumentGridType.LINES, linePitch: LINE },
};

/** Page numbers (7.5): 4号 half-width 宋体 between dashes, odd ones at the right, even ones at the left, one character in. */
export function pageFooters(): NonNullable<ISectionOptions['footers']> {
  const indent = characters(1);
  return {
    default: footer(AlignmentType.RIGHT, { right: indent }),
    even: footer(AlignmentType.LEFT, { left: indent }),
  };
}

function footer(alignment: 'left' | 'right', indent: { left?: number; right?: number }): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: STYLE.page,
        alignment,
        indent,
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}
