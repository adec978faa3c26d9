import { characters, LINE, PAGE } from './layout.ts';
import { NAMESPACE } from './namespaces.ts';
import { type ParagraphLook, paragraph } from './paragraph-xml.ts';
import { run, textRun } from './run-xml.ts';
import { STYLE } from './style-ids.ts';
import { DECLARATION, element } from './xml.ts';

/** Paper, margins, the grid of 22 lines, and the page numbers by the names of their relations. */
export const SECTION = element(
  'w:sectPr',
  {},
  [
    element('w:footerReference', { 'w:type': 'default', 'r:id': 'footer1' }),
    element('w:footerReference', { 'w:type': 'even', 'r:id': 'footer2' }),
    element('w:pgSz', { 'w:w': PAGE.width, 'w:h': PAGE.height, 'w:orient': 'portrait' }),
    element('w:pgMar', {
      'w:top': PAGE.top,
      'w:right': PAGE.right,
      'w:bottom': PAGE.bottom,
      'w:left': PAGE.left,
      'w:header': PAGE.footer,
      'w:footer': PAGE.footer,
      'w:gutter': 0,
    }),
    element('w:pgNumType', {}),
    element('w:docGrid', { 'w:type': 'lines', 'w:linePitch': LINE }),
  ].join(''),
);

/** Page numbers (7.5): 4号 half-width 宋体 between dashes, odd ones at the right, even ones at the left, one character in. */
export const FOOTERS = {
  odd: footer({ indent: { right: characters(1) }, alignment: 'right' }),
  even: footer({ indent: { left: characters(1) }, alignment: 'left' }),
};

function footer(look: ParagraphLook): string {
  const number = [
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:instrText xml:space="preserve">PAGE</w:instrText>',
    '<w:fldChar w:fldCharType="separate"/>',
    '<w:fldChar w:fldCharType="end"/>',
  ];
  const runs = [textRun('— '), ...number.map((part) => run(part)), textRun(' —')].join('');
  return `${DECLARATION}<w:ftr xmlns:w="${NAMESPACE.w}">${paragraph(STYLE.page, look, runs)}</w:ftr>`;
}
