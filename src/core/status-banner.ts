import { formatMoment, isDay, type Moment } from './moments.ts';
import type { DocumentLife } from './settle-status.ts';
import { deadWord, isDead, type Status } from './status.ts';
import type { Standing } from './status-on.ts';
import type { SucceedingDocument, SuccessionFinder } from './succession.ts';

/** A sentence in pieces: words, the name of a document of the library, or the editor's words on what a status rests on. */
export type BannerPart = string | { document: string } | { basis: string };

/** What a banner is made from. */
export interface BannerSources {
  /** Ids of those that repeal and amend the document. */
  repealers: readonly string[];
  amenders: readonly string[];
  /** What the document's own entry rests on, if it gives one. */
  basis: string | undefined;
  successionOf: SuccessionFinder;
  find: (id: string) => SucceedingDocument | undefined;
}

/** The one sentence under the title of a document whose force is gone, changed or to come; undefined for any other. */
export function statusBanner(
  id: string,
  life: DocumentLife,
  standing: Standing,
  sources: BannerSources,
): BannerPart[] | undefined {
  if (isDead(standing.status)) return [...ending(life, standing, sources), ...sequel(id, sources), '。'];
  switch (standing.status) {
    case '已修改':
      return [`本文件${since(standing.since)}`, ...agents('由', sources.amenders, '修改', sources), '。'];
    case '部分失效':
      return [`本文件${since(standing.since)}部分失效`, ...restsOn(sources), '。'];
    case '尚未生效':
      return life.effectiveOn
        ? [`本文件自 ${life.effectiveOn} 起施行，尚未生效。`]
        : ['本文件尚未生效', ...restsOn(sources), '。'];
    default:
      return undefined;
  }
}

function ending(
  life: DocumentLife,
  { status, since: from, ground }: Standing,
  sources: BannerSources,
): BannerPart[] {
  if (ground === 'expired') return [`本文件有效期至 ${life.expiresOn}，已失效`];
  const by = ground === 'stated' && status === '失效' ? [] : sources.repealers;
  return [`本文件${since(from)}`, ...agents('被', by, status, sources)];
}

/** 已于 2015-06-01 ; a year that only a number tells is told as such. */
function since(moment: Moment | undefined): string {
  if (!moment) return '已';
  return isDay(moment) ? `已于 ${moment.first} ` : `已于 ${formatMoment(moment)}（据文号年份）`;
}

function agents(
  particle: string,
  ids: readonly string[],
  deed: string,
  sources: BannerSources,
): BannerPart[] {
  return ids.length === 0 ? [deed, ...restsOn(sources)] : [particle, ...list(ids), deed];
}

function list(ids: readonly string[], remark: (id: string) => string = () => ''): BannerPart[] {
  return ids.flatMap((document, index) => [
    ...(index > 0 ? ['、'] : []),
    { document },
    ...(remark(document) ? [remark(document)] : []),
  ]);
}

function restsOn({ basis }: BannerSources): BannerPart[] {
  return basis === undefined ? [] : ['，依据：', { basis }];
}

/** Where the chain of repeals leads, and how that stands itself; nothing where it leads to nothing that is known. */
function sequel(id: string, { repealers, successionOf, find }: BannerSources): BannerPart[] {
  const { ends } = successionOf(id);
  const statusOf = (end: string): Status => find(end)?.status ?? '未核实';
  if (ends[0] !== undefined && repealers.length === 1 && ends[0] === repealers[0]) {
    return [`，后者${asSaid(statusOf(ends[0]))}`];
  }
  const verified = ends.filter((end) => isInForce(find(end)));
  const others = ends.filter((end) => !isInForce(find(end)));
  const remark = (end: string): string =>
    statusOf(end) === '现行有效' ? '' : `（${asRemarked(statusOf(end))}）`;
  return [
    ...(verified.length > 0 ? ['，现行的是', ...list(verified, remark)] : []),
    ...(others.length > 0 ? ['，其后接续的是', ...list(others, remark)] : []),
  ];
}

/** A status as 后者… goes on. */
function asSaid(status: Status): string {
  if (status === '已修改') return '有效，已修改';
  return status === '未核实' ? '的效力未核实' : asRemarked(status);
}

/** A status as it stands in brackets. */
function asRemarked(status: Status): string {
  if (status === '未核实') return '效力未核实';
  return isDead(status) ? deadWord(status) : status;
}

function isInForce(document: SucceedingDocument | undefined): boolean {
  return document !== undefined && ['现行有效', '已修改', '部分失效'].includes(document.status);
}

/** What is in force now instead of a dead document, as far as that is known; for links to it. */
export function inForceInstead(
  id: string,
  { successionOf, find }: Pick<BannerSources, 'successionOf' | 'find'>,
): string[] {
  return successionOf(id).ends.filter((end) => isInForce(find(end)));
}
