import type { Collection } from '../core/collections.ts';
import { formatDocNumber, parseDocNumber } from '../core/docnumber.ts';
import { findDate, isDateLine } from './dates.ts';
import type { Evidence, InferredField } from './evidence.ts';
import type { Header } from './header.ts';
import { joinTitle } from './header.ts';
import { inferIssuer, type KnownAgency } from './infer-issuer.ts';
import { inferPeriod } from './infer-period.ts';
import type { SourceLine } from './lines.ts';
import { kindIn, kindOfTitle } from './title-kinds.ts';

/** What metadata is concluded from. */
export interface MetadataInput {
  collection: Collection;
  header: Header;
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
  const title = inferTitle(input);
  const number = inferNumber(input.header);
  const canonical = number.find(({ field }) => field === 'docNumber')?.value;
  const published = inferPublished(input.header);
  const issued = inferIssued(input.body);
  const context = {
    title: title.value ?? '',
    docNumber: canonical,
    published: published.value ?? input.pagePublished,
    issued: issued.value,
  };
  return [
    title,
    ...number,
    fromEvidence('issuer', inferIssuer({ ...context, lines: input.body, agencies: input.agencies })),
    inferKind(input.collection, context.title, title.line),
    issued,
    published,
    ...(input.collection === 'policies'
      ? []
      : [fromEvidence('period', inferPeriod({ ...context, lines: input.body }))]),
    inferCompleteness(input.body),
  ];
}

function fromEvidence(field: string, found: Evidence): InferredField {
  return { field, ...found };
}

function inferTitle({ header, baseName }: MetadataInput): InferredField {
  const first = header.title[0];
  if (first) {
    const value = joinTitle(header.title);
    return { field: 'title', value, evidence: '正文前的标题行', confidence: '原文写明', line: first.line };
  }
  return {
    field: 'title',
    value: baseName.trim() || '标题待考',
    evidence: '没有找到标题行，暂用文件名',
    confidence: '推断',
    line: 0,
  };
}

function inferNumber({ number }: Header): InferredField[] {
  const parsed = number && parseDocNumber(number.text.replace(/\s*签发人.*$/, ''));
  if (!number || !parsed) {
    return [
      {
        field: 'docNumber',
        value: undefined,
        evidence: '开头没有单独成行的发文字号',
        confidence: '未知',
        line: 0,
      },
    ];
  }
  const value = formatDocNumber(parsed);
  const printed = number.text
    .replace(/\s*签发人.*$/, '')
    .replace(/[。.，,]$/, '')
    .trim();
  const rest = {
    evidence: `单独成行的发文字号“${number.text}”`,
    confidence: '原文写明' as const,
    line: number.line,
  };
  const fields: InferredField[] = [{ field: 'docNumber', value, ...rest }];
  if (printed !== value) fields.push({ field: 'printedAs', value: printed, ...rest });
  return fields;
}

function inferKind(collection: Collection, title: string, line: number): InferredField {
  const named = kindOfTitle(title);
  const { kind, certain } = kindIn(collection, named);
  if (certain)
    return {
      field: 'kind',
      value: kind,
      evidence: `标题以“${named?.evidence}”结尾`,
      confidence: '原文写明',
      line,
    };
  const evidence = named
    ? `标题以“${named.evidence}”结尾，与导入的类别不合，暂按类别填写`
    : '标题没有写明文种，暂按类别填写';
  return { field: 'kind', value: kind, evidence, confidence: '推断', line };
}

function inferPublished({ published }: Header): InferredField {
  const date = published && findDate(published.text);
  if (!published || !date) {
    return { field: 'publishedOn', value: undefined, evidence: '没有发布日期', confidence: '未知', line: 0 };
  }
  const evidence = `“${published.text}”，是网页的发布日期，不一定是成文日期`;
  return { field: 'publishedOn', value: date.iso, evidence, confidence: '原文写明', line: published.line };
}

function inferIssued(body: readonly SourceLine[]): InferredField {
  const line = body.slice(-4).findLast(({ text }) => isDateLine(text));
  const date = line && findDate(line.text);
  if (!line || !date) {
    return {
      field: 'issuedOn',
      value: undefined,
      evidence: '文末没有单独成行的日期',
      confidence: '未知',
      line: 0,
    };
  }
  return {
    field: 'issuedOn',
    value: date.iso,
    evidence: `文末落款日期“${date.raw}”`,
    confidence: '原文写明',
    line: line.line,
  };
}

function inferCompleteness(body: readonly SourceLine[]): InferredField {
  const last = body.at(-1);
  const cut = last !== undefined && /(?:\.{3}|…|……)$/.test(last.text);
  if (cut) {
    return {
      field: 'completeness',
      value: '摘录',
      evidence: `文末“${last.text.slice(-12)}”在句中断开`,
      confidence: '推断',
      line: last.line,
    };
  }
  if (last && !isDateLine(last.text) && !/[。！？；.!?;”’）)》]$/.test(last.text)) {
    const evidence = `文末“${last.text.slice(-12)}”没有句末标点，看不出是否完整`;
    return { field: 'completeness', value: '全文', evidence, confidence: '未知', line: last.line };
  }
  return {
    field: 'completeness',
    value: '全文',
    evidence: '文末没有断开的痕迹',
    confidence: '推断',
    line: last?.line ?? 0,
  };
}
