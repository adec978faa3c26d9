import { UNSIGNED } from './unsigned.ts';

/** What a reference names of a document. Dates are ISO days. */
export interface Referable {
  title: string;
  docNumber: string | null;
  issuer: string;
  issuedOn: string | null;
  publishedOn: string | null;
}

/**
 * The part of a reference that doesn't depend on the reader, after GB/T 7714—2025, e.g. 云岭区教育局. 关于听课的通知：
 * 云教发〔2011〕5号[A/OL]. （2011-01-10）. What it follows:
 * - the elements of an electronic resource, in the order 主要责任者. 题名：其他题名信息[文献类型标识/文献载体标识].
 *   （更新或修改日期）[引用日期]. 获取和访问路径. (GB/T 7714—2015, 4.6, whose example has a notice's number as
 *   其他题名信息 and A/OL as its type); dates as YYYY-MM-DD (2025, 7.6);
 * - full stops and square brackets half-width, other marks full-width (2025, on 著录用符号);
 * - a corporate author as its document names it (7.1.4); an unknown one is left out, as the numeric system allows
 *   (7.1.3); an unknown date too;
 * - the date is that of publication where the source published it, else that of the document itself.
 */
function referenceHead({ title, docNumber, issuer, issuedOn, publishedOn }: Referable): string {
  const author = issuer === UNSIGNED ? '' : `${issuer}. `;
  const number = docNumber === null ? '' : `：${docNumber}`;
  const day = publishedOn ?? issuedOn;
  return `${author}${title}${number}[A/OL]. ${day === null ? '' : `（${day}）`}`;
}

/**
 * The whole reference in two parts, what stands before and behind the day on which the reader cites. `url` is absolute and
 * may name a clause.
 */
export function referenceParts(document: Referable, url: string): [before: string, after: string] {
  return [`${referenceHead(document)}[`, `]. ${url}.`];
}
