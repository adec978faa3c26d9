import { isDead } from '../core/status.ts';
import { UNSIGNED } from '../core/unsigned.ts';
import { HEAD, RED, SIZE, TEXT_WIDTH } from './layout.ts';
import { type Border, paragraph } from './paragraph-xml.ts';
import { textRun } from './run-xml.ts';
import { EXACT } from './setting.ts';
import { STYLE } from './style-ids.ts';
import type { WordSource } from './word-source.ts';

const RULE: Border = { side: 'bottom', color: RED, size: 12, space: HEAD.aboveRule };

/** 版头 and title (7.2, 7.3.1). What the record doesn't say is left out: no 文件 is put after an issuer's name. */
export function headParagraphs({ document }: WordSource): string {
  const { issuer, docNumber, title } = document;
  const named = issuer !== UNSIGNED;
  const marks = editorMarks(document);
  return [
    named ? issuerLine(issuer, !docNumber) : '',
    docNumber ? numberLine(docNumber, named) : '',
    paragraph(STYLE.title, {}, textRun(title)),
    marks ? paragraph(STYLE.note, {}, textRun(marks)) : '',
    paragraph(STYLE.body, {}),
  ].join('');
}

function issuerLine(issuer: string, alone: boolean): string {
  const look = { spacing: { before: HEAD.aboveIssuer }, ...(alone ? { border: RULE } : {}) };
  return paragraph(STYLE.issuer, look, textRun(issuer, { size: issuerSize(issuer) }));
}

/** The largest size, up to 初号, at which the name stays on one line; it is never smaller than the title. */
function issuerSize(issuer: string): number {
  const room = Math.floor(TEXT_WIDTH / 10 / [...issuer].length);
  return Math.max(SIZE.erhao, Math.min(SIZE.chuhao, room));
}

function numberLine(number: string, underIssuer: boolean): string {
  const before = underIssuer ? HEAD.twoLines : HEAD.aboveIssuer;
  return paragraph(STYLE.number, { border: RULE, spacing: { before, ...EXACT } }, textRun(number));
}

/** What a reader of the paper must not miss: that it is part of a text, or of a document without force. */
function editorMarks({ completeness, status }: WordSource['document']): string {
  const marks = [completeness === '全文' ? [] : completeness, isDead(status) ? `已${status}` : []].flat();
  return marks.length > 0 ? `〔编者标注：${marks.join('，')}〕` : '';
}
