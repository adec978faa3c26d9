import type { Finding } from './finding.ts';
import type { SourceLine } from './manuscript.ts';

/** A 公文要素 that a text copied from a government page gives by name, e.g. 发文机关：云岭区教育局. */
export interface Element {
  value: string;
  /** Source line; 0 when it stands outside the text. */
  line: number;
  /** Where it stands, when it is not a line of the text: 网页的公文要素表. */
  from?: string;
  /** The name that it goes by there, when that is not the usual one. */
  label?: string;
  /** True when what the text itself prints counts for more: the title of a web page, say. */
  weak?: true;
}

/** The elements that become frontmatter, by field. */
export type Elements = Partial<
  Record<'title' | 'issuer' | 'docNumber' | 'issuedOn' | 'publishedOn' | 'effectiveOn', Element>
>;

/** How many lines are looked through. */
const ELEMENT_LINES = 15;

/** Names of the elements on government pages (国办发〔2017〕47号), with the field each becomes; '' for none. */
const FIELDS: Record<string, keyof Elements | ''> = {
  标题: 'title',
  名称: 'title',
  发文机关: 'issuer',
  发文单位: 'issuer',
  发布机构: 'issuer',
  制发机关: 'issuer',
  发文字号: 'docNumber',
  文号: 'docNumber',
  成文日期: 'issuedOn',
  发文日期: 'issuedOn',
  印发日期: 'issuedOn',
  发布日期: 'publishedOn',
  公开日期: 'publishedOn',
  索引号: '',
  主题分类: '',
  主题词: '',
  有效性: '',
  公开方式: '',
};
const NAME = Object.keys(FIELDS)
  .map((name) => Array.from(name).join('\\s*'))
  .join('|');
const STARTS_WITH_NAME = new RegExp(`^(?:${NAME})\\s*[:：]`);
const EACH = new RegExp(`(${NAME})\\s*[:：]\\s*(.*?)(?=\\s*(?:${NAME})\\s*[:：]|$)`, 'g');

/** How a report refers to an element: 公文要素“发文机关：云岭区教育局”, 网页的标题（h1）“……”. */
export function quoteElement({ value, from, label }: Element, usual: string): string {
  if (from !== undefined && label === undefined) return `${from}“${value}”`;
  return `${from ?? '公文要素'}“${label ?? usual}：${value}”`;
}

/** True for a line of a 公文要素表. */
export function isElementLine(text: string): boolean {
  return text.length <= 300 && STARTS_WITH_NAME.test(text);
}

/** The elements named among a document's first lines; the first of each field counts. */
export function readElements(lines: readonly SourceLine[]): Elements {
  const elements: Elements = {};
  for (const { text, line } of lines.slice(0, ELEMENT_LINES)) {
    if (!isElementLine(text)) continue;
    for (const [, name = '', value = ''] of text.matchAll(EACH)) {
      const field = FIELDS[name.replace(/\s/g, '')];
      if (field && value.trim() !== '') elements[field] ??= { value: value.trim(), line };
    }
  }
  return elements;
}

/** Element lines stay in the text, as nothing is dropped; the editor may want them out. */
export function elementFindings(lines: readonly SourceLine[]): Finding[] {
  const first = lines.slice(0, ELEMENT_LINES).find(({ text }) => isElementLine(text));
  if (!first) return [];
  const message = '从这里起有公文要素的行，能认出的已填入著录项；正文里仍照录，核对后可删去';
  return [{ kind: 'attention', line: first.line, message }];
}
