import { BorderStyle, type IParagraphOptions, Paragraph, TextRun } from 'docx';
import { isDead } from '../core/status.ts';
import { UNSIGNED } from '../core/unsigned.ts';
import { HEAD, RED, SIZE, TEXT_WIDTH } from './layout.ts';
import { EXACT } from './setting.ts';
import { STYLE } from './style-ids.ts';
import type { WordSource } from './word-source.ts';

const rule: IParagraphOptions = {
  border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: HEAD.aboveRule, color: RED } },
};

/** 版头 and title (7.2, 7.3.1). What the record doesn't say is left out: no 文件 is put after an issuer's name. */
export function headParagraphs({ document }: WordSource): Paragraph[] {
  const { issuer, docNumber, title } = document;
  const named = issuer !== UNSIGNED;
  const paragraphs = [
    ...(named ? [issuerLine(issuer, !docNumber)] : []),
    ...(docNumber ? [numberLine(docNumber, named)] : []),
    new Paragraph({ style: STYLE.title, children: [new TextRun(title)] }),
  ];
  const marks = editorMarks(document);
  if (marks) paragraphs.push(new Paragraph({ style: STYLE.note, children: [new TextRun(marks)] }));
  return [...paragraphs, new Paragraph({ style: STYLE.body, children: [] })];
}

function issuerLine(issuer: string, alone: boolean): Paragraph {
  return new Paragraph({
    style: STYLE.issuer,
    spacing: { before: HEAD.aboveIssuer },
    ...(alone ? rule : {}),
    children: [new TextRun({ text: issuer, size: issuerSize(issuer) })],
  });
}

/** The largest size, up to 初号, at which the name stays on one line; it is never smaller than the title. */
function issuerSize(issuer: string): number {
  const room = Math.floor(TEXT_WIDTH / 10 / [...issuer].length);
  return Math.max(SIZE.erhao, Math.min(SIZE.chuhao, room));
}

function numberLine(number: string, underIssuer: boolean): Paragraph {
  return new Paragraph({
    style: STYLE.number,
    spacing: { ...EXACT, before: underIssuer ? HEAD.twoLines : HEAD.aboveIssuer },
    ...rule,
    children: [new TextRun(number)],
  });
}

/** What a reader of the paper must not miss: that it is part of a text, or of a document without force. */
function editorMarks({ completeness, status }: WordSource['document']): string {
  const marks = [completeness === '全文' ? [] : completeness, isDead(status) ? `已${status}` : []].flat();
  return marks.length > 0 ? `〔编者标注：${marks.join('，')}〕` : '';
}
