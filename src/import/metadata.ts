import type { Collection } from '../core/collections.ts';
import { findDate, isDateLine } from './dates.ts';
import type { Elements } from './elements.ts';
import { type InferredField, inferred, stated, unknown } from './evidence.ts';
import { type Header, joinTitle } from './header.ts';
import { inferIssuer, type KnownAgency } from './infer-issuer.ts';
import { inferNumber } from './infer-number.ts';
import { inferPeriod } from './infer-period.ts';
import type { SourceLine } from './manuscript.ts';
import { kindIn, kindOfTitle } from './title-kinds.ts';

/** What metadata is concluded from. */
export interface MetadataInput {
  collection: Collection;
  header: Header;
  /** What the text itself calls its 发文机关, 成文日期 and so on. */
  elements: Elements;
  /** The document's lines that are not header. */
  body: readonly SourceLine[];
  /** File name without folders and extension, the last resort for a title. */
  baseName: string;
  agencies: readonly KnownAgency[];
  /** ISO day on which the page that the text was taken from was published, when another document gives it. */
  pagePublished: string | undefined;
}

/** Concludes every frontmatter field that a text can tell, in the order of the frontmatter. */
export function inferMetadata(input: MetadataInput): InferredField[] {
  const { header, elements, body, collection } = input;
  const title = inferTitle(input);
  const number = inferNumber(header.number, elements, title.value ?? '');
  const published = inferPublished(header, elements);
  const issued = inferIssued(body, elements);
  const context = {
    title: title.value ?? '',
    docNumber: number.find(({ field }) => field === 'docNumber')?.value,
    published: published.value ?? input.pagePublished,
    issued: issued.value,
    lines: body,
  };
  const issuer = { field: 'issuer', ...inferIssuer({ ...context, elements, agencies: input.agencies }) };
  const period = { field: 'period', ...inferPeriod(context) };
  const kind = inferKind(collection, context.title, title.line);
  const dates = [issued, published, ...(collection === 'policies' ? [] : [period])];
  return [title, ...number, issuer, kind, ...dates, inferCompleteness(body)];
}

function inferTitle({ header, elements, baseName }: MetadataInput): InferredField {
  const first = header.title[0];
  if (first) return stated('title', joinTitle(header.title), '正文前的标题行', first.line);
  const named = elements.title;
  if (named) return stated('title', named.value, `公文要素“标题：${named.value}”`, named.line);
  return inferred('title', baseName.trim() || '标题待考', '没有找到标题行，暂用文件名');
}

function inferKind(collection: Collection, title: string, line: number): InferredField {
  const named = kindOfTitle(title);
  const { kind, certain } = kindIn(collection, named);
  if (certain) return stated('kind', kind, `标题以“${named?.evidence}”结尾`, line);
  const evidence = named ? `标题以“${named.evidence}”结尾，与导入的类别不合` : '标题没有写明文种';
  return inferred('kind', kind, `${evidence}，暂按类别填写`, line);
}

function inferPublished({ published }: Header, elements: Elements): InferredField {
  const date = published && findDate(published.text);
  if (published && date) {
    const evidence = `“${published.text}”，是网页的发布日期，不一定是成文日期`;
    return stated('publishedOn', date.iso, evidence, published.line);
  }
  return dateElement('publishedOn', '发布日期', elements) ?? unknown('publishedOn', '没有发布日期');
}

/** 成文日期 stands alone on one of the last lines of a paper (GB/T 9704-2012 §7.3.5). */
function inferIssued(body: readonly SourceLine[], elements: Elements): InferredField {
  const line = body.slice(-4).findLast(({ text }) => isDateLine(text));
  const date = line && findDate(line.text);
  if (line && date) return stated('issuedOn', date.iso, `文末落款日期“${date.raw}”`, line.line);
  if (line)
    return unknown('issuedOn', `文末第 ${line.line} 行“${line.text.trim()}”不是真实的日期，请对照原件`);
  const named = dateElement('issuedOn', '成文日期', elements);
  return named ?? unknown('issuedOn', '文末没有单独成行的日期');
}

function dateElement(
  field: 'issuedOn' | 'publishedOn',
  label: string,
  elements: Elements,
): InferredField | undefined {
  const element = elements[field];
  const date = element && findDate(element.value);
  return date ? stated(field, date.iso, `公文要素“${label}：${element.value}”`, element.line) : undefined;
}

function inferCompleteness(body: readonly SourceLine[]): InferredField {
  const field = 'completeness';
  const last = body.at(-1);
  const end = [...(last?.text ?? '')].slice(-12).join('');
  const line = last?.line ?? 0;
  if (/(?:\.{3}|…)$/.test(end)) return inferred(field, '摘录', `文末“${end}”在句中断开`, line);
  if (last && !isDateLine(last.text) && !/[。！？；.!?;”’）)》]$/.test(end)) {
    const evidence = `文末“${end}”没有句末标点，看不出是否完整`;
    return { field, value: '全文', evidence, confidence: '未知', line };
  }
  return inferred(field, '全文', '文末没有断开的痕迹', line);
}
