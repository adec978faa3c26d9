import { parseDocNumber } from '../../core/docnumber.ts';
import { numberKey } from '../../core/number-key.ts';
import { relationResolver } from '../../core/relations.ts';
import { entriesOf, fileAndNumber, type LintEntry, nameToWrite } from '../entries.ts';
import { distinctLinks, type RelationLink } from '../relation-links.ts';
import { defineRule, type Finding } from '../rule.ts';

type Link = RelationLink & { to: LintEntry };

/** A status and the relations of others that tell only half of the same thing. */
export default defineRule({
  id: 'status-relation',
  severity: 'warning',
  needs: ['documents'],
  *check({ documents }) {
    const links = distinctLinks(documents);
    for (const link of links) yield* amendedButUnchanged(link);
    const entries = entriesOf(documents);
    const answeringTo = relationResolver(entries);
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    const said = new Set(links.map(({ name, from, to }) => `${name} ${from.id} ${to.id}`));
    for (const entry of entries) {
      const [by = '', second] = answeringTo(basisName(entry));
      const agent = second ? undefined : byId.get(by);
      if (agent && agent !== entry) yield* restsOnSilence(entry, agent, said);
    }
  },
});

function amendedButUnchanged({ name, target, from, to, place }: Link): Finding[] {
  if (name !== 'amends' || to.status !== '现行有效') return [];
  const line = to.document.source.lineOf(['status']);
  return [
    {
      ...place,
      found: `本文件“修改” ${target}，而 ${to.document.source.file} 第 ${line} 行写着现行有效`,
      expected: '被修改的文件写明已修改',
      fix: `把 ${fileAndNumber(to)} 的 status 改为 { name: 已修改, date: 修改之日, basis: ${nameToWrite(from)} }；没有修改它的，删去这一项`,
    },
  ];
}

/** The basis of a status where it is a document and nothing else, as relations name one. */
function basisName({ document }: LintEntry): string {
  const { status } = document.data;
  const basis = status && 'basis' in status ? status.basis.trim() : '';
  return parseDocNumber(basis) ? numberKey(basis) : basis;
}

function restsOnSilence(entry: LintEntry, agent: LintEntry, said: ReadonlySet<string>): Finding[] {
  const kinds = { 废止: ['repeals'], 已修改: ['amends'], 部分失效: ['amends'] } as Record<string, string[]>;
  const wanted = kinds[entry.status];
  if (!wanted || wanted.some((kind) => said.has(`${kind} ${agent.id} ${entry.id}`))) return [];
  const { source } = entry.document;
  return [
    {
      file: source.file,
      line: source.lineOf(['status', 'basis']),
      found: `本文件${entry.status}的依据是 ${nameToWrite(agent)}，而 ${agent.document.source.file} 的文件关系没有写“${wanted[0] === 'repeals' ? '废止' : '修改'}”它`,
      expected: '两份文件说法一致',
      fix: `在 ${agent.document.source.file} 的 relations 里写 ${wanted[0]}: [${nameToWrite(entry)}]；它只是提到此事的，把依据改成一句说明`,
    },
  ];
}
