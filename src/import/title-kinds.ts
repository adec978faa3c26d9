import type { Collection } from '../core/collections.ts';
import { PLAN_KINDS, POLICY_KINDS, SUMMARY_KINDS } from '../schema/kinds.ts';

/** What a title's last words say of the document. */
export interface TitleKind {
  kind: string;
  /** The collection that has this kind. */
  collection: Collection;
  /** The words of the title that say so. */
  evidence: string;
}

/** (试行), or the document's number, after the kind's name. */
const TRAILER = /(?:\s*[（(【[〔][^（）()【】[\]〔〕]{1,24}[)）】\]〕])+\s*$/;

const WORKING_PAPERS: [RegExp, string, Collection][] = [
  [/工作要点$/, '工作要点', 'plans'],
  [/实施方案$|工作方案$/, '实施方案', 'plans'],
  [/专项(?:工作)?计划$/, '专项计划', 'plans'],
  [/计划$/, '工作计划', 'plans'],
  [/专项(?:工作)?总结$/, '专项总结', 'summaries'],
  [/总结$/, '工作总结', 'summaries'],
  [/工作报告$/, '工作报告', 'summaries'],
];

/** What kind of document a title names, judged by its last words; undefined when they name none. */
export function kindOfTitle(title: string): TitleKind | undefined {
  // A number in brackets has brackets of its own.
  const plain = title
    .replace(/\s*[（(][^（）()]{1,16}[〔[［][^（）()]{1,20}号[)）]\s*$/, '')
    .replace(TRAILER, '')
    .trim();
  for (const [pattern, kind, collection] of WORKING_PAPERS) {
    const match = pattern.exec(plain);
    if (match) return { kind, collection, evidence: match[0] };
  }
  const kind = POLICY_KINDS.filter((name) => name !== '未知')
    .toSorted((a, b) => b.length - a.length)
    .find((name) => plain.endsWith(name === '命令（令）' ? '令' : name));
  if (kind) return { kind, collection: 'policies', evidence: kind };
  // An answer to a proposal of a deputy goes out as a letter.
  return plain.endsWith('答复') ? { kind: '函', collection: 'policies', evidence: '答复' } : undefined;
}

/** The kind that a document gets in a collection: what its title says if the collection has that, else its usual one. */
export function kindIn(
  collection: Collection,
  named: TitleKind | undefined,
): { kind: string; certain: boolean } {
  const kinds: readonly string[] = { plans: PLAN_KINDS, summaries: SUMMARY_KINDS, policies: POLICY_KINDS }[
    collection
  ];
  if (named && kinds.includes(named.kind)) return { kind: named.kind, certain: true };
  if (collection === 'policies' && named?.evidence.endsWith('方案')) return { kind: '方案', certain: true };
  if (collection === 'policies' && named?.evidence.endsWith('报告')) return { kind: '报告', certain: true };
  return { kind: { plans: '工作计划', summaries: '工作总结', policies: '未知' }[collection], certain: false };
}
