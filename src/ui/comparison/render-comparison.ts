/** The comparison of two documents as HTML, the same in the build and in the browser. */
import {
  CHANGE_KINDS,
  type ChangeKind,
  type ComparedPassage,
  type Comparison,
} from '../../core/comparison/compare.ts';
import type { Passage } from '../../core/comparison/passages.ts';
import { escapeHtml } from '../../core/escape-html.ts';
import type { ComparedDocument } from './compared-document.ts';
import {
  placeLink,
  renderAbsence,
  renderBoth,
  renderBoxes,
  renderExcerptNote,
  renderHeads,
  renderRuns,
  renderSide,
  renderText,
} from './render-parts.ts';

/** What a reader calls each kind. */
export const CHANGE_LABELS: Readonly<Record<ChangeKind, string>> = {
  stayed: '保留',
  changed: '修改',
  moved: '移动',
  vanished: '删去',
  new: '新增',
};
const TONES: Readonly<Record<ChangeKind, string>> = {
  stayed: '',
  changed: ' chip-warn',
  moved: '',
  vanished: ' chip-bad',
  new: ' chip-ok',
};

const LEGEND =
  '<p class="cmp-note cmp-legend"><del>划去</del>的字后来没有了，<ins>加下划线</ins>的字是后来才有的。只差序号、标点和全角半角的算保留；标题不计数。</p>';

/** Counts, boxes, heads and rows. */
export function renderComparison(
  comparison: Comparison,
  left: ComparedDocument,
  right: ComparedDocument,
): string {
  const { rows, counts } = comparison;
  if (rows.length === 0) return '<p class="cmp-note">两份文件都没有正文可以对照。</p>';
  const boxes = CHANGE_KINDS.map((kind) => ({
    kind,
    label: CHANGE_LABELS[kind],
    count: counts[kind],
    any: rows.some((row) => row.kind === kind),
  }));
  return (
    `<p class="cmp-sum">${sumUp(comparison, left, right)}</p>${renderExcerptNote(left, right)}${LEGEND}` +
    `<div class="cmp">${renderBoxes(boxes)}` +
    `${renderHeads(left, right)}<h2 class="visually-hidden">逐条对照</h2>` +
    `<ol class="cmp-rows">${rows.map((row) => renderRow(row, left, right)).join('')}</ol></div>`
  );
}

/** The counts as a sentence. */
function sumUp({ rows, counts }: Comparison, left: ComparedDocument, right: ComparedDocument): string {
  if (rows.every(({ kind }) => kind === 'stayed'))
    return '两份文件的正文相同，至多差在序号、标点和全角半角。';
  const [before, after] = [escapeHtml(left.name), escapeHtml(right.name)];
  const parts = [
    `保留 ${counts.stayed} 条`,
    `修改 ${counts.changed} 条`,
    `移动 ${counts.moved} 条`,
    `删去 ${counts.vanished} 条`,
    `新增 ${counts.new} 条`,
  ];
  return `从${before}到${after}：${parts.join('，')}。`;
}

function renderRow(row: ComparedPassage, left: ComparedDocument, right: ComparedDocument): string {
  const heading = (row.right ?? row.left)?.heading ?? false;
  const title = heading ? ' class="cmp-title"' : '';
  return `<li${title} data-kind="${row.kind}">${renderKind(row)}${renderSides(row, left, right)}</li>`;
}

function renderSides(row: ComparedPassage, left: ComparedDocument, right: ComparedDocument): string {
  if (row.kind === 'stayed' && row.left && row.right)
    return renderBoth(left, right, { left: row.left, right: row.right });
  return renderLeft(row, left) + renderRight(row, right);
}

function renderKind({ kind, moved, partOf, left }: ComparedPassage): string {
  const chips = [`<span class="chip${TONES[kind]}">${CHANGE_LABELS[kind]}</span>`];
  if (moved && kind === 'changed') chips.push(`<span class="chip">${CHANGE_LABELS.moved}</span>`);
  if (partOf) chips.push(`<span class="chip">${left ? '并入' : '分出'}</span>`);
  return `<p>${chips.join(' ')}</p>`;
}

/** Empty where the document has nothing: the style sheet says so. */
function renderLeft(
  { left, right, difference, partOf }: ComparedPassage,
  document: ComparedDocument,
): string {
  if (left)
    return renderSide(
      document,
      left,
      markedText(left, difference?.left, 'del'),
      'left',
      left.heading && !right,
    );
  return partOf ? renderAbsence(document, `原是${placeLink(document, partOf)}的一部分`, 'left') : '';
}

function renderRight({ right, difference, partOf }: ComparedPassage, document: ComparedDocument): string {
  if (right)
    return renderSide(document, right, markedText(right, difference?.right, 'ins'), 'right', right.heading);
  return partOf ? renderAbsence(document, `并入${placeLink(document, partOf)}`, 'right') : '';
}

/** The passage as printed; its number is not part of the difference. */
function markedText(
  { text, numberLength }: Passage,
  runs: Parameters<typeof renderRuns>[0] | undefined,
  element: 'ins' | 'del',
): string {
  return runs ? renderText(text.slice(0, numberLength)) + renderRuns(runs, element) : renderText(text);
}
