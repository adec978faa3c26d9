/** Citations that lead nowhere or to several documents, and addresses that nobody keeps. */
import type { LibraryDocument } from '../core/library.ts';
import type { RegisterEntry } from '../core/register-entry.ts';
import type { InspectionCheck, InspectionFinding } from '../schema/api.ts';

/** `urlOf` tells where an entry is dealt with; entries come in the order of the register, most cited first. */
export function citationChecks(
  entries: readonly RegisterEntry[],
  urlOf: (entry: RegisterEntry) => string,
): InspectionCheck[] {
  const found = (
    state: RegisterEntry['state'],
    what: (entry: RegisterEntry) => string,
  ): InspectionFinding[] =>
    entries
      .filter((entry) => entry.state === state)
      .map((entry) => ({
        what: what(entry),
        url: urlOf(entry),
        label: [entry.title && `《${entry.title}》`, entry.number].filter(Boolean).join(' '),
        cited: entry.citations.length,
      }));
  const group = '引用与网址';
  return [
    {
      ...{ id: 'ambiguous-citation', group, title: '有歧义的引用', weight: 'gap' },
      mend: '核对原文，在引用者里写明文号，或改正重复的著录。全部见引用登记。',
      findings: found('ambiguous', ({ candidates }) => `库中有 ${candidates.length} 份都像`),
    },
    {
      ...{ id: 'missing-citation', group, title: '引用了而没有收录的文件', weight: 'gap' },
      mend: '找到文件的，收录进来；只知道题名的，先查明文号。全部见引用登记。',
      findings: found('missing', ({ number }) => (number === null ? '没有收录，文号不明' : '没有收录')),
    },
  ];
}

/** Documents whose address isn't kept in addresses.yml, so that a change of name would lose it unseen. */
export function addressCheck(
  documents: readonly LibraryDocument[],
  kept: ReadonlySet<string>,
): InspectionCheck {
  return {
    ...{ id: 'unkept-address', group: '引用与网址', title: '网址没有登记的文件', weight: 'gap' },
    mend: '网站发布以后运行 npm run addresses 并提交。',
    findings: documents
      .filter(({ id }) => !kept.has(`/${id}/`))
      .map(({ title, url }) => ({ what: '网址没有登记', url, label: title, cited: 0 })),
  };
}
