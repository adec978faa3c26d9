import { COLLECTION_LABELS, isCollection } from '../core/collections.ts';
import { isComparisonPath } from '../core/comparison-pages.ts';
import { isListPage } from '../core/list-pages.ts';

const FAMILIES: Readonly<Record<string, string>> = {
  years: '年度页',
  issuers: '发文机关页',
  topics: '主题页',
  n: '文号页',
  citations: '引用登记页',
  help: '帮助页',
  api: '数据文件',
};
const [WORD, COMPARISON, FURTHER, OTHER] = ['Word 文件', '对照页', '列表的后续页', '其他页面'] as const;
const ofCollection = (label: string): string => `${label}的页面`;

/** The kinds in the order in which a reviewer wants to hear of them. */
export const KINDS_IN_ORDER: readonly string[] = [
  ...Object.values(COLLECTION_LABELS).map(ofCollection),
  ...Object.values(FAMILIES),
  ...[COMPARISON, WORD, FURTHER, OTHER],
];

/** What a reviewer calls a page, by its path. */
export function pageKind(path: string): string {
  const [, family = '', rest = ''] = path.split('/');
  if (isListPage(path)) return FURTHER;
  if (path.endsWith('.docx')) return WORD;
  if (isComparisonPath(path)) return COMPARISON;
  if (isCollection(family) && rest !== '') return ofCollection(COLLECTION_LABELS[family]);
  return (Object.hasOwn(FAMILIES, family) ? FAMILIES[family] : undefined) ?? OTHER;
}
