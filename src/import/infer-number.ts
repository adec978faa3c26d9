import { findDocNumbers, formatDocNumber, parseDocNumber } from '../core/docnumber.ts';
import type { Elements } from './elements.ts';
import { type InferredField, unknown } from './evidence.ts';
import type { SourceLine } from './manuscript.ts';

/** A document's own number as a header line prints it: without a label, a signer or the brackets around it. */
export function ownNumberIn(text: string): string | undefined {
  if (text.length > 60) return undefined;
  const plain = text
    .replace(/^(?:发文字号|文号|字号)\s*[:：]\s*/, '')
    .replace(/\s*签发人.*$/, '')
    .replace(/[。.，,；;]$/, '')
    .trim();
  const bare = /^[（(](.*)[)）]$/.exec(plain)?.[1] ?? plain;
  return parseDocNumber(bare) ? bare : undefined;
}

/**
 * docNumber, and printedAs where the print differs: from a line of its own, else from a named element, else from
 * brackets at the end of the title. A number elsewhere in the text is a citation, never the document's own.
 */
export function inferNumber(
  line: SourceLine | undefined,
  elements: Elements,
  title: string,
): InferredField[] {
  const own = line && ownNumberIn(line.text);
  if (own) return numberFields(own, `单独成行的发文字号“${line.text}”`, line.line);
  const element = elements.docNumber;
  const named = element && ownNumberIn(element.value);
  if (named) return numberFields(named, `公文要素“发文字号：${element.value}”`, element.line);
  const atEnd = findDocNumbers(title).find(({ start, end }) => {
    return /[（(]$/.test(title.slice(0, start)) && /^\s*[)）]$/.test(title.slice(end));
  });
  if (atEnd) return numberFields(atEnd.raw, `标题末尾括号里的发文字号“${atEnd.raw}”`, 0);
  return [unknown('docNumber', '开头没有单独成行的发文字号')];
}

function numberFields(printed: string, evidence: string, line: number): InferredField[] {
  const parsed = parseDocNumber(printed);
  if (!parsed) return [unknown('docNumber', evidence)];
  const value = formatDocNumber(parsed);
  const rest = { evidence, confidence: '原文写明' as const, line };
  const fields: InferredField[] = [{ field: 'docNumber', value, ...rest }];
  return printed === value ? fields : [...fields, { field: 'printedAs', value: printed, ...rest }];
}
