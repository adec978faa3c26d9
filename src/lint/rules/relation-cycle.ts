import { RELATION_LABELS, type RelationKind } from '../../core/relations.ts';
import { type Edge, findCycles } from '../cycles.ts';
import { linksBetween, type RelationLink } from '../relation-links.ts';
import { defineRule, type Finding } from '../rule.ts';

/**
 * Kinds that must not run in a circle, alone or together. All of the first group mean “issued later than”. Attaching
 * does not: what a notice issues as its annex may implement that notice.
 */
const GROUPS: readonly (readonly RelationKind[])[] = [
  ['repeals', 'amends', 'implements', 'forwards', 'reportsOn'],
  ['attaches'],
];

/** Relations that lead back to where they began: of two documents only the later can repeal or implement the other. */
export default defineRule({
  id: 'relation-cycle',
  severity: 'error',
  needs: ['documents'],
  *check({ documents }) {
    const links = linksBetween(documents);
    for (const kinds of GROUPS) {
      const edges = links.flatMap((link): Edge<RelationLink> | [] =>
        kinds.includes(link.name)
          ? { from: link.from.document.source.file, to: link.to.document.source.file, label: link }
          : [],
      );
      for (const cycle of findCycles(edges)) yield* describe(cycle);
    }
  },
});

function describe(cycle: readonly Edge<RelationLink>[]): Finding[] {
  const [first] = cycle;
  if (!first) return [];
  const steps = cycle.map(({ label, to }) => `${RELATION_LABELS[label.name].forward} ${to}`);
  const places = cycle.map(({ label: { place } }) => `${place.file} 第 ${place.line} 行`);
  return [
    {
      ...first.label.place,
      found: `文件关系绕成了圈：${first.from} ${steps.join('，它又')}`,
      expected: '由后发的文件指向先发的，不绕回来',
      fix: `核对各文件，删去写反的一项，${places.join('、')}之一`,
    },
  ];
}
