/** What a summary says near to each measure of its plan, as HTML, the same in the build and in the browser. */
import type { ReportedPassage } from '../../core/comparison/find-reported.ts';
import type { ComparedDocument } from './compared-document.ts';
import {
  renderAbsence,
  renderBoxes,
  renderExcerptNote,
  renderHeads,
  renderRuns,
  renderSide,
} from './render-parts.ts';

const LABELS = { near: '有相近文字', absent: '未见相近文字' } as const;

/** Counts, boxes, heads and rows. */
export function renderReported(
  passages: readonly ReportedPassage[],
  plan: ComparedDocument,
  summary: ComparedDocument,
): string {
  const sought = passages.filter((passage) => passage.sought);
  if (sought.length === 0) return '<p class="cmp-note">计划里没有可以对照的条目。</p>';
  const near = sought.filter((passage) => passage.near.length > 0).length;
  const boxes = [
    { kind: 'near', label: LABELS.near, count: near, any: near > 0 },
    { kind: 'absent', label: LABELS.absent, count: sought.length - near, any: near < sought.length },
  ];
  return (
    `<p class="cmp-sum">计划 ${sought.length} 条：总结中有相近文字 ${near} 条，未见相近文字 ${sought.length - near} 条。</p>` +
    '<p class="cmp-note">这里只比文字：把两份文件里相同的词句找出来、标出来。未见相近文字，可能是换了说法、略而未提，不能据此说没有做。</p>' +
    `${renderExcerptNote(plan, summary)}<div class="cmp">${renderBoxes(boxes)}${renderHeads(plan, summary)}` +
    '<h2 class="visually-hidden">逐条对照</h2>' +
    `<ol class="cmp-rows">${passages.map((passage) => renderRow(passage, plan, summary)).join('')}</ol></div>`
  );
}

function renderRow(
  { plan, sought, runs, near }: ReportedPassage,
  left: ComparedDocument,
  right: ComparedDocument,
): string {
  const own = renderSide(left, plan, renderRuns(runs, 'mark'), 'left', plan.heading);
  if (!sought) return `<li class="cmp-${plan.heading ? 'title' : 'aside'}" data-kind="none">${own}</li>`;
  const kind = near.length > 0 ? 'near' : 'absent';
  const others =
    near.length > 0
      ? near
          .map((place) => renderSide(right, place.passage, renderRuns(place.runs, 'mark'), 'right'))
          .join('')
      : renderAbsence(right, '总结中未见相近文字', 'right');
  const tone = kind === 'near' ? ' chip-ok' : '';
  return (
    `<li data-kind="${kind}"><p><span class="chip${tone}">${kind === 'near' ? '有相近' : '未见'}</span></p>` +
    `${own}<div class="cmp-stack">${others}</div></li>`
  );
}
