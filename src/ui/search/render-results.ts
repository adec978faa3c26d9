/** HTML of the results. Every text from the index is escaped here, or was when its marks were set. */

import { escapeHtml } from '../../core/escape-html.ts';
import { statusTone } from '../../core/status.ts';
import type { NumberHit } from './api.ts';
import type { ResultData, SubResult } from './result.ts';

/** What a reader calls each collection, in the order of the site. */
export type CollectionLabels = ReadonlyMap<string, string>;

/** Clauses shown at once; the rest unfolds. */
const CLAUSES_SHOWN = 3;

/** 2011-03-06 as 2011年3月6日; shorter dates likewise. */
function formatDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month ? `${month}月` : ''}${day ? `${day}日` : ''}`;
}

function statusChip(status: string): string {
  const tone = statusTone(status);
  return tone === 'plain' ? '' : `<span class="chip chip-${tone}">${escapeHtml(status)}</span>`;
}

function metaLine(data: ResultData, labels: CollectionLabels): string {
  const when = data.issuedOn ? formatDate(data.issuedOn) : data.period ? escapeHtml(data.period) : '';
  const record =
    data.completeness === '全文' ? '' : `<span class="chip">${escapeHtml(data.completeness)}</span>`;
  const library = data.library ? `<span class="hit-library">${escapeHtml(data.library)}</span>` : '';
  const parts = [
    escapeHtml(labels.get(data.collection) ?? data.collection),
    data.docNumber ? `<span class="number">${data.docNumberHtml}</span>` : '',
    escapeHtml(data.issuer),
    when,
  ];
  const texts = parts.filter((part) => part !== '').map((part) => `<span>${part}</span>`);
  return `<p class="hit-meta">${library}${texts.join('')}${statusChip(data.status)}${record}</p>`;
}

function clauseItem(clause: SubResult, hidden: boolean): string {
  const times = clause.count > 1 ? `<span class="hit-times">${clause.count} 处</span>` : '';
  return (
    `<li${hidden ? ' hidden' : ''}><a href="${escapeHtml(clause.href)}" data-clause-hit>` +
    `<span class="hit-label">${escapeHtml(clause.label)}${times}</span>` +
    `<span class="hit-excerpt">${clause.excerpt}</span></a></li>`
  );
}

/** The 要素 repeat the title and the number, which stand above marked already. */
function worthShowing(data: ResultData): readonly SubResult[] {
  const told = data.titleHtml.includes('<mark>') || data.docNumberHtml.includes('<mark>');
  return data.subResults.filter((clause) => clause.label !== '公文要素' || !told);
}

function clauseList(data: ResultData): string {
  const clauses = worthShowing(data);
  if (clauses.length === 0) {
    // What was found stands above already; without anything to find the body begins here.
    return data.count > 0 ? '' : `<p class="hit-excerpt">${data.excerpt}</p>`;
  }
  const items = clauses.map((clause, index) => clauseItem(clause, index >= CLAUSES_SHOWN)).join('');
  const more = clauses.length - CLAUSES_SHOWN;
  const unfold =
    more > 0
      ? `<button type="button" class="button hit-more" data-more-clauses>还有 ${more} 条</button>`
      : '';
  return `<ol class="hit-clauses">${items}</ol>${unfold}`;
}

/** One hit as a list item. */
export function renderResult(data: ResultData, labels: CollectionLabels): string {
  return (
    `<li class="hit"><h3 class="hit-title"><a data-result href="${escapeHtml(data.href)}">${data.titleHtml}</a></h3>` +
    `${metaLine(data, labels)}${clauseList(data)}</li>`
  );
}

/** The rows for a query that is a document number: where it leads here, and in other libraries that hold its document. */
export function renderNumber(hit: NumberHit): string {
  const others = (hit.elsewhere ?? []).map(({ library, url }) =>
    renderJump(hit, url, `${library}收有，打开那份文件`),
  );
  return [renderOwn(hit), ...others].join('');
}

function renderOwn(hit: NumberHit): string {
  if (hit.url === null) {
    return `<p class="jump jump-plain">${numberOf(hit)}<span>未收录，库里也没有文件引用这个文号。</span></p>`;
  }
  const text = hit.held ? '打开这份文件' : '未收录，看看哪些文件引用了它';
  return renderJump(hit, hit.url, text);
}

const numberOf = ({ canonical }: NumberHit): string =>
  `<strong class="number">${escapeHtml(canonical)}</strong>`;

const renderJump = (hit: NumberHit, url: string, text: string): string =>
  `<a class="jump" data-jump href="${escapeHtml(url)}">${numberOf(hit)}<span>${escapeHtml(text)}</span></a>`;
