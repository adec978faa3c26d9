import type { DraftChange } from './compare-drafts.ts';
import { code, line, lineSection, plain, type Section, type Tone, type Unit } from './view.ts';

const LEAD =
  '草稿可以合并、可以一起改，网站上没有；定稿后删去 draft: true 一行，才会发布。其余各节都不算草稿。';

const WORDS: Readonly<Record<DraftChange['kind'], readonly [Tone, string]>> = {
  new: ['new', '新增'],
  changed: ['changed', '改动'],
  withdrawn: ['gone', '已发布的改为草稿，网页将撤下'],
  published: ['new', '定稿，将发布'],
  vanished: ['gone', '删去'],
};

/** The drafts, so that nobody looks for their pages and nobody misses them in the list. */
export function draftSection(drafts: readonly DraftChange[]): Section {
  const units = drafts.map(({ kind, title, file }): Unit => {
    const [tone, words] = WORDS[kind];
    return { title: [plain(title)], about: [code(file)], lines: [line(tone, null, words)] };
  });
  return lineSection('drafts', '草稿', LEAD, units);
}

/** How many of them stay unseen, and what becomes of the others. */
export function draftSummary(drafts: readonly DraftChange[]): string {
  const count = (...kinds: readonly DraftChange['kind'][]): number =>
    drafts.filter(({ kind }) => kinds.includes(kind)).length;
  const unseen = count('new', 'changed', 'withdrawn');
  return [
    ...(unseen > 0 ? [`${unseen} 份，合并后也不会出现`] : []),
    ...(count('published') > 0 ? [`定稿 ${count('published')} 份`] : []),
    ...(count('vanished') > 0 ? [`删去 ${count('vanished')} 份`] : []),
  ].join('；');
}
