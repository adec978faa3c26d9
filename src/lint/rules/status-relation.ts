import { RELATION_LABELS, type RelationKind, relationResolver } from '../../core/relations.ts';
import type { Status } from '../../core/status.ts';
import { entriesOf, fileAndNumber, type LintEntry, nameToWrite } from '../entries.ts';
import { distinctLinks, type RelationLink } from '../relation-links.ts';
import { defineRule, type Finding } from '../rule.ts';
import { type StatusBasis, statusBasis } from '../status-basis.ts';

type Link = RelationLink & { to: LintEntry };

/** Statuses that another document brings about, with the relation by which it says so. */
const CAUSES: Partial<Record<Status, RelationKind>> = {
  废止: 'repeals',
  已修改: 'amends',
  部分失效: 'amends',
};

/**
 * A status and the relations of others that tell only half of the same thing, or not the same. That a document says
 * 现行有效 which another amends is no contradiction: it is in force as amended, and the site says 已修改. An editor's
 * note on `status` silences the rule.
 */
export default defineRule({
  id: 'status-relation',
  severity: 'warning',
  needs: ['documents', 'agencies'],
  *check({ documents, agencies }) {
    const links = distinctLinks(documents);
    const entries = entriesOf(documents);
    const answeringTo = relationResolver(entries);
    const codes = agencies.entries.map(({ code }) => code);
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    const linksTo = Map.groupBy(links, ({ to }) => to);
    for (const entry of entries) {
      const kind = CAUSES[entry.status];
      if (!kind || isExplained(entry)) continue;
      const basis = statusBasis(entry, answeringTo, codes);
      const causes = (linksTo.get(entry) ?? []).filter(({ name }) => name === kind);
      if (causes.some(({ from }) => basis.held.has(from.id))) continue;
      const [only = '', second] = basis.held;
      const agent = second ? undefined : byId.get(only);
      if (kind === 'repeals' && causes[0] && basis.names.length > 0)
        yield otherBasis(entry, causes[0], basis);
      else if (agent && agent !== entry) yield restsOnSilence(entry, agent, kind);
    }
  },
});

function isExplained({ document }: LintEntry): boolean {
  return document.data.notes?.some(({ field }) => field === 'status') ?? false;
}

/** One document says that it repeals this one, which says that another did. */
function otherBasis(
  { document: { source } }: LintEntry,
  { from, place }: Link,
  { names }: StatusBasis,
): Finding {
  return {
    file: source.file,
    line: source.lineOf(['status', 'basis']),
    found: `本文件废止的依据写的是 ${names.join('、')}，而写着“废止”它的是 ${fileAndNumber(from)}（第 ${place.line} 行）`,
    expected: '两份文件说法一致',
    fix: `核对原件：依据写错的，改为 ${nameToWrite(from)}；那一份没有废止它的，从 ${from.document.source.file} 删去这一项；原件就是如此的，在编者注（notes）加一条 - { text: 说明, field: status }`,
  };
}

function restsOnSilence(entry: LintEntry, agent: LintEntry, kind: RelationKind): Finding {
  const { source } = entry.document;
  return {
    file: source.file,
    line: source.lineOf(['status', 'basis']),
    found: `本文件${entry.status}的依据是 ${nameToWrite(agent)}，而 ${agent.document.source.file} 的文件关系没有写“${RELATION_LABELS[kind].forward}”它`,
    expected: '两份文件说法一致',
    fix: `在 ${agent.document.source.file} 的 relations 里写 ${kind}: [${nameToWrite(entry)}]；它只是提到此事的，在编者注（notes）加一条 - { text: 说明, field: status }`,
  };
}
