import type { Body, Inline } from './body-model.ts';
import { FONT, GREY, LINE } from './layout.ts';
import { type ParagraphLook, paragraph } from './paragraph-xml.ts';
import { textRun } from './run-xml.ts';
import { STYLE } from './style-ids.ts';
import type { WordSource } from './word-source.ts';

/** What the site says of the document, set apart from its text by a line, a grey colour and its heading. */
export function colophonParagraphs(source: WordSource, body: Body): string {
  const [first = '', ...lines] = colophonLines(source, body);
  const look: ParagraphLook = {
    keepNext: true,
    border: { side: 'top', color: GREY, size: 4, space: 6 },
    spacing: { before: LINE },
  };
  return (
    paragraph(STYLE.colophon, look, textRun(first, { font: FONT.hei })) +
    lines.map((line) => paragraph(STYLE.colophon, {}, textRun(line))).join('')
  );
}

/** The lines of the colophon; nothing is said that the record doesn't say. */
export function colophonLines(source: WordSource, body: Body): string[] {
  const { document, library, url, standing } = source;
  const number = document.docNumber === null ? '发文机关名称' : '发文机关名称和发文字号';
  return [
    '编者说明（以下不是原文）',
    `本文件由${library}据所收文本生成，版式参照GB/T 9704—2012重排，不是原件；版头只列著录的${number}。`,
    `网址：${url}`,
    ...sourceLines(source),
    `收录程度：${document.completeness}。有效性：${document.status}。${standing}`,
    ...(hasSupplied(body) ? ['正文中加点线的字，来源脱漏，由编者补上。'] : []),
    ...source.notes.map(
      ({ text, inferred }, index) => `编者注${index + 1}${inferred ? '（推断）' : ''}：${text}`,
    ),
  ];
}

function sourceLines({ source }: WordSource): string[] {
  const parts = [source?.file, source?.url, source?.note].filter((part) => part !== undefined);
  return [
    ...(parts.length > 0 ? [`来源：${parts.join('；')}`] : []),
    ...(source?.printedLine ? [`原网页标注：${source.printedLine}`] : []),
  ];
}

function hasSupplied({ blocks, footnotes }: Body): boolean {
  const supplied = (inline: Inline) => inline.kind === 'text' && inline.supplied === true;
  return (
    [...footnotes.values()].flat(2).some(supplied) ||
    blocks.some((block) => {
      if (block.kind === 'table')
        return block.rows.some(({ cells }) => cells.some(({ inlines }) => inlines.some(supplied)));
      return block.kind !== 'rule' && block.inlines.some(supplied);
    })
  );
}
