import { findDocNumbers, formatDocNumber, parseDocNumber } from '../core/docnumber.ts';
import { type Element, type Elements, quoteElement } from './elements.ts';
import { type InferredField, unknown } from './evidence.ts';
import type { SourceLine } from './manuscript.ts';

/** A document's own number as a header line prints it: without a label, a signer or the brackets around it. */
export function ownNumberIn(text: string): string | undefined {
  if (text.length > 60) return undefined;
  const plain = text
    .replace(/^(?:发文字号|文号|字号|编号)\s*[:：]\s*/, '')
    .replace(/\s*签发人.*$/, '')
    .replace(/[。.，,；;]$/, '')
    .trim();
  const bare = /^[（(](.*)[)）]$/.exec(plain)?.[1] ?? plain;
  return parseDocNumber(bare) ? bare : undefined;
}

/** 云岭区人民政府令 with 第12号 in the line below: the number of an order, taken apart by its layout. */
export function orderNumber(lines: readonly SourceLine[]): { printed: string; line: SourceLine } | undefined {
  for (const [index, line] of lines.slice(0, 6).entries()) {
    const [name, below] = [line.text.replace(/\s/g, ''), (lines[index + 1]?.text ?? '').replace(/\s/g, '')];
    if (!/(?:令|公告|通告)$/.test(name) || name.length > 30) continue;
    const number = /^[（(]?((?:\d{4}年)?第[\d一二三四五六七八九十百零〇]+号)[)）]?$/.exec(below)?.[1];
    if (number && parseDocNumber(name + number)) return { printed: name + number, line };
  }
  return undefined;
}

/**
 * docNumber, and printedAs where the print differs: from a table of elements, else from a line of its own, else from
 * an element in the text, else from brackets at the end of the title. A number elsewhere in the text is a citation,
 * never the document's own.
 */
export function inferNumber(
  line: SourceLine | undefined,
  elements: Elements,
  title: string,
  order?: ReturnType<typeof orderNumber>,
): InferredField[] {
  const own = line && ownNumberIn(line.text);
  const element = elements.docNumber;
  const table = element?.from === undefined ? undefined : numberOf(element);
  if (element && table !== undefined) return fromTable(element, table, own, line);
  if (line && own) return numberFields(own, `单独成行的发文字号“${line.text}”`, line.line);
  if (order) return numberFields(order.printed, `开头的“${order.line.text}”和下一行`, order.line.line);
  const named = element && numberOf(element);
  if (element && named) return numberFields(named, quoteElement(element, '发文字号'), element.line);
  const atEnd = findDocNumbers(title).find(({ start, end }) => {
    return /[（(]$/.test(title.slice(0, start)) && /^\s*[)）]$/.test(title.slice(end));
  });
  if (atEnd) return numberFields(atEnd.raw, `标题末尾括号里的发文字号“${atEnd.raw}”`, 0);
  if (element) return [unknown('docNumber', `${quoteElement(element, '发文字号')}读不出文号，请对照原件`)];
  return [unknown('docNumber', '开头没有单独成行的发文字号')];
}

function numberOf({ value }: Element): string | undefined {
  return ownNumberIn(value);
}

/** The table has the number; how it is printed, the text itself shows better when both mean the same. */
function fromTable(
  element: Element,
  value: string,
  own: string | undefined,
  line: SourceLine | undefined,
): InferredField[] {
  const evidence = quoteElement(element, '发文字号');
  if (!own || !line || canonical(own) !== canonical(value))
    return numberFields(value, evidence, element.line);
  return numberFields(own, `${evidence}，正文前也印着“${line.text}”`, line.line);
}

function canonical(printed: string): string | undefined {
  const parsed = parseDocNumber(printed);
  return parsed && formatDocNumber(parsed);
}

function numberFields(printed: string, evidence: string, line: number): InferredField[] {
  const value = canonical(printed);
  if (value === undefined) return [unknown('docNumber', evidence)];
  const rest = { evidence, confidence: '原文写明' as const, line };
  const fields: InferredField[] = [{ field: 'docNumber', value, ...rest }];
  return printed === value ? fields : [...fields, { field: 'printedAs', value: printed, ...rest }];
}
