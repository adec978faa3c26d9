/** What the records of documents lack. */
import type { LibraryDocument } from '../core/library.ts';
import { UNSIGNED } from '../core/unsigned.ts';
import type { InspectionCheck, InspectionFinding } from '../schema/api.ts';

/** A document with what only its own frontmatter tells. */
export interface InspectedDocument {
  document: LibraryDocument;
  hasSource: boolean;
  /** How many places cite it. */
  cited: number;
}

interface Lack {
  id: string;
  title: string;
  weight: InspectionCheck['weight'];
  mend: string;
  /** What is said of a document that lacks it; undefined for one that doesn't. */
  of(inspected: InspectedDocument): string | undefined;
}

const AS_PRINTED = '来源写明的，在文件开头的著录里补上';

/** The order is that of the page; within each, what is cited most comes first. */
const LACKS: readonly Lack[] = [
  {
    ...{ id: 'unverified', title: '有效性未核实', weight: 'gap' },
    mend: '向发文机关或其公报核实，填 status 的 name、basis 与 date；核实不了的保持未核实。',
    of: ({ document }) => (document.status === '未核实' ? '有效性未核实' : undefined),
  },
  {
    ...{ id: 'no-text', title: '只有题录，没有正文', weight: 'gap' },
    mend: '找到原文后导入，completeness 改为全文或摘录。',
    of: ({ document }) => (document.completeness === '题录' ? '没有正文' : undefined),
  },
  {
    ...{ id: 'no-date', title: '成文日期和发布日期都没有', weight: 'gap' },
    mend: `${AS_PRINTED} issuedOn 或 publishedOn；没有写明的不要推测。两项都没有的文件，网页标签 PubDate 也空缺。`,
    of: ({ document }) =>
      document.issuedOn === null && document.publishedOn === null ? '没有日期' : undefined,
  },
  {
    ...{ id: 'no-issue-date', title: '没有成文日期', weight: 'note' },
    mend: `${AS_PRINTED} issuedOn；没有写明的不要推测。`,
    of: ({ document }) =>
      document.issuedOn === null && document.publishedOn !== null ? '没有成文日期' : undefined,
  },
  {
    ...{ id: 'no-publication-date', title: '没有发布日期', weight: 'note' },
    mend: `${AS_PRINTED} publishedOn；没有公开发布过的不用改。`,
    of: ({ document }) =>
      document.publishedOn === null && document.issuedOn !== null ? '没有发布日期' : undefined,
  },
  {
    ...{ id: 'unsigned', title: '未署名', weight: 'gap' },
    mend: '查明发文机关后改 issuer；由他处推断的，另加一条 inferred 说明。',
    of: ({ document }) => (document.issuer === UNSIGNED ? '发文机关未署名' : undefined),
  },
  {
    ...{ id: 'no-number', title: '没有发文字号', weight: 'note' },
    mend: '原件印有文号的，补上 docNumber；原件没有的不用改。',
    of: ({ document }) => (document.docNumber === null ? '没有文号' : undefined),
  },
  {
    ...{ id: 'no-topic', title: '没有主题', weight: 'gap' },
    mend: '从 topics.yml 里选一个或几个主题，写在 topics。',
    of: ({ document }) => (document.topics.length === 0 ? '没有主题' : undefined),
  },
  {
    ...{ id: 'no-source', title: '没有注明来源', weight: 'gap' },
    mend: '在 source 里写明原文件名或网址。',
    of: ({ hasSource }) => (hasSource ? undefined : '没有来源'),
  },
];

/** One check for each thing that a record may lack. */
export function documentChecks(documents: readonly InspectedDocument[]): InspectionCheck[] {
  const inOrder = [...documents].sort((a, b) => b.cited - a.cited);
  return LACKS.map(({ of, ...check }) => ({
    ...check,
    group: '著录',
    findings: inOrder.flatMap((inspected): InspectionFinding[] => {
      const what = of(inspected);
      const { title, url } = inspected.document;
      return what === undefined ? [] : [{ what, url, label: title, cited: inspected.cited }];
    }),
  }));
}
