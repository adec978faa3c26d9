import type { Collection } from '../core/collections.ts';
import { parseDocNumber } from '../core/docnumber.ts';
import { type Closing, readClosing } from './closing.ts';
import { findDate, isDateLine } from './dates.ts';
import { type Elements, quoteElement } from './elements.ts';
import { type InferredField, inferred, stated, unknown } from './evidence.ts';
import type { Header } from './header.ts';
import { dateElement, inferIssued } from './infer-issued.ts';
import { inferIssuer, type KnownAgency } from './infer-issuer.ts';
import { inferNumber, orderNumber } from './infer-number.ts';
import { inferPeriod } from './infer-period.ts';
import { joinTitle } from './join-title.ts';
import { inForce, readPassings } from './legal-dates.ts';
import type { SourceLine } from './manuscript.ts';
import { kindIn, kindOfTitle } from './title-kinds.ts';
import { essence } from './verify.ts';

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
  const closing = readClosing(body);
  const passings = readPassings(body);
  const title = inferTitle(input);
  const number = inferNumber(
    header.number,
    elements,
    title.value ?? '',
    orderNumber([...header.title, ...body]),
  );
  const docNumber = number.find(({ field }) => field === 'docNumber')?.value;
  const published = inferPublished(header, elements);
  const issued = inferIssued(elements.issuedOn, closing, passings, body);
  const context = {
    ...{ title: title.value ?? '', docNumber, lines: body, closing, passings, elements },
    published: published.value ?? input.pagePublished,
    issued: issued.value,
  };
  const issuer = { field: 'issuer', ...inferIssuer({ ...context, agencies: input.agencies }) };
  const period = { field: 'period', ...inferPeriod(context) };
  const kind = inferKind(collection, context.title, docNumber, title.line);
  const effective = dateElement('effectiveOn', '施行日期', elements.effectiveOn);
  const force = inForce(body, issued.value).filter(({ field }) => !effective || field !== 'effectiveOn');
  const dates = [issued, published, ...(effective ? [effective] : []), ...force];
  const periods = collection === 'policies' ? [] : [period];
  return [title, ...number, issuer, kind, ...dates, ...periods, inferCompleteness(body, closing)];
}

function inferTitle({ header, elements, baseName }: MetadataInput): InferredField {
  const first = header.title[0];
  const named = elements.title;
  if (first) {
    const printed = joinTitle(header.title);
    const agrees = named !== undefined && essence(printed) === essence(named.value);
    const evidence = agrees ? `正文前的标题行，与${quoteElement(named, '标题')}相同` : '正文前的标题行';
    return stated('title', agrees ? named.value.replace(/\s+/g, ' ').trim() : printed, evidence, first.line);
  }
  if (named) return stated('title', named.value.trim(), quoteElement(named, '标题'), named.line);
  return inferred('title', baseName.trim() || '标题待考', '没有找到标题行，暂用文件名');
}

function inferKind(
  collection: Collection,
  title: string,
  docNumber: string | undefined,
  line: number,
): InferredField {
  const named = kindOfTitle(title);
  const { kind, certain } = kindIn(collection, named);
  if (certain) return stated('kind', kind, `标题以“${named?.evidence}”结尾`, line);
  const byNumber = collection === 'policies' && !named ? kindOfNumber(docNumber) : undefined;
  if (byNumber) return inferred('kind', byNumber, `标题没有写明文种，按文号“${docNumber}”推断`);
  const evidence = named ? `标题以“${named.evidence}”结尾，与导入的类别不合` : '标题没有写明文种';
  return inferred('kind', kind, `${evidence}，暂按类别填写`, line);
}

/** A number tells the kind where its code ends in 函, or where it is that of an order or notice. */
function kindOfNumber(docNumber: string | undefined): string | undefined {
  const number = docNumber === undefined ? undefined : parseDocNumber(docNumber);
  if (number?.kind === 'order') return '命令（令）';
  if (number?.kind === 'notice') return number.word ?? '公告';
  return number?.code.endsWith('函') ? '函' : undefined;
}

function inferPublished({ published }: Header, elements: Elements): InferredField {
  const element = elements.publishedOn;
  const named = dateElement('publishedOn', '发布日期', element);
  if (named && element?.from !== undefined && !element.weak) return named;
  const date = published && findDate(published.text);
  if (published && date) {
    const evidence = `“${published.text}”，是网页的发布日期，不一定是成文日期`;
    return stated('publishedOn', date.iso, evidence, published.line);
  }
  return named ?? unknown('publishedOn', '没有发布日期');
}

function inferCompleteness(body: readonly SourceLine[], { date, signers }: Closing): InferredField {
  const field = 'completeness';
  const last = body.at(-1);
  const end = [...(last?.text ?? '')].slice(-12).join('');
  const line = last?.line ?? 0;
  if (/(?:\.{3}|…)$/.test(end)) return inferred(field, '摘录', `文末“${end}”在句中断开`, line);
  if (date && signers.length > 0)
    return inferred(field, '全文', `有落款“${date.raw}”，文末没有断开的痕迹`, line);
  if (last && !last.solid && !isDateLine(last.text) && !/[。！？；.!?;”’）)》]$/.test(end)) {
    const evidence = `文末“${end}”没有句末标点，看不出是否完整`;
    return { field, value: '全文', evidence, confidence: '未知', line };
  }
  return inferred(field, '全文', '文末没有断开的痕迹', line);
}
