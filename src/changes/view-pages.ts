import type { PageChange, PageChanges } from './compare-pages.ts';
import { KINDS_IN_ORDER } from './page-kinds.ts';
import { code, filled, type Line, line, lineSection, type Section, type Unit, unit } from './view.ts';

/** Pages that come, go or lead on. */
export function pageSection({ appeared, vanished, redirected }: PageChanges): Section {
  return lineSection('pages', '网页的增减', '消失的网页，别处存下的链接会打不开。', [
    ...byKind('出现', 'new', appeared),
    ...byKind('消失', 'warning', vanished),
    ...filled(
      unit(
        '改为转到别页',
        redirected.map(({ path, to }) => line('changed', null, code(path), ' → ', code(to))),
      ),
    ),
  ]);
}

function byKind(word: string, tone: Line['tone'], pages: readonly PageChange[]): Unit[] {
  const groups = [...Map.groupBy(pages, ({ kind }) => kind)].sort(
    ([a], [b]) => KINDS_IN_ORDER.indexOf(a) - KINDS_IN_ORDER.indexOf(b),
  );
  return groups.map(([kind, group]) =>
    unit(
      `${word}：${kind}（${group.length}）`,
      group.map(({ path }) => line(tone, null, code(path))),
    ),
  );
}

/** How many paths of a long list are named. */
const NAMED = 8;

/** Pages that show something else because of others, in numbers. */
export function derivedSection({ derived }: PageChanges): Section {
  const all = new Set(derived.flatMap(({ pages }) => pages));
  const lines = derived.map(({ label, pages }) => {
    const more = pages.length > NAMED ? ` ……等 ${pages.length} 页` : '';
    const named = pages
      .slice(0, NAMED)
      .flatMap((path, index) => (index > 0 ? [' ', code(path)] : [code(path)]));
    return line('changed', `${label}（${pages.length} 页）`, ...named, more);
  });
  const lead =
    '这些网页自己的文件没有改，因为别的文件改了，页上显示的内容跟着变。由内容推算，没有逐页比对；首页、各总目录、引用登记等汇总页总会跟着变，不列。';
  const units = lines.length > 0 ? [unit(`共 ${all.size} 页`, lines)] : [];
  return { id: 'derived', title: '受牵连的网页', lead, units, count: all.size };
}
