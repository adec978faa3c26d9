import { RELATION_LABELS } from '../../core/relations.ts';
import { linksBetween } from '../relation-links.ts';
import { defineRule } from '../rule.ts';

/** One document named twice by relations that can hold only once: under two of its names, or as repealed and amended. */
export default defineRule({
  id: 'relation-duplicate',
  severity: 'warning',
  needs: ['documents'],
  *check({ documents }) {
    const seen = new Map<string, { label: string; target: string; place: { line: number } }>();
    for (const { name, target, from, to, place } of linksBetween(documents)) {
      const group = name === 'amends' ? 'repeals' : name;
      const key = [from.document.source.file, group, to.document.source.file].join(' ');
      const { forward: label } = RELATION_LABELS[name];
      const first = seen.get(key);
      seen.set(key, first ?? { label, target, place });
      if (!first) continue;
      yield {
        ...place,
        found: `“${label}”的 ${target} 就是第 ${first.place.line} 行“${first.label}”的 ${first.target}（${to.document.source.file}）`,
        expected:
          first.label === label ? '一份文件在同一关系里只写一次' : '一份文件或被废止、或被修改，只写一样',
        fix:
          first.label === label
            ? '删去其中一项'
            : '核对原文，全文不再有效的只留 repeals，部分改动的只留 amends',
      };
    }
  },
});
