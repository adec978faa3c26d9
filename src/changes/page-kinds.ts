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

/** What a reviewer calls a page, by its path. */
export function pageKind(path: string): string {
  const [, family = '', rest = ''] = path.split('/');
  if (isListPage(path)) return '列表的后续页';
  if (path.endsWith('.docx')) return 'Word 文件';
  if (isComparisonPath(path)) return '对照页';
  if (isCollection(family) && rest !== '') return `${COLLECTION_LABELS[family]}的页面`;
  return FAMILIES[family] ?? '其他页面';
}
