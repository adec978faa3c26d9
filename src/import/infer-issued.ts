import type { Closing } from './closing.ts';
import { findDate, isDateLine } from './dates.ts';
import { type Element, quoteElement } from './elements.ts';
import { type InferredField, inferred, stated, unknown } from './evidence.ts';
import { type Passing, passedOn } from './legal-dates.ts';
import type { SourceLine } from './manuscript.ts';

/** A date printed under the title stands within so many lines. */
const UNDER_TITLE = 4;

/**
 * 成文日期: a named element, else the date of the signature, else a law's passing, else a date that stands alone under
 * the title. A table of elements wins over the text, as whoever keeps it has the original.
 */
export function inferIssued(
  element: Element | undefined,
  closing: Closing,
  passings: readonly Passing[],
  body: readonly SourceLine[],
): InferredField {
  const named = dateElement('issuedOn', '成文日期', element);
  if (named) return named;
  const signed = closing.date && findDate(closing.date.raw);
  if (closing.date && signed)
    return stated('issuedOn', signed.iso, `文末落款日期“${closing.date.raw}”`, closing.date.line.line);
  if (closing.date) {
    const { line, text } = closing.date.line;
    return unknown('issuedOn', `文末第 ${line} 行“${text.trim()}”不是真实的日期，请对照原件`);
  }
  const passed = passedOn(passings);
  if (passed) return passed;
  const text = body.findIndex((line) => /[，。；：]/.test(line.text));
  const above = body.slice(0, Math.min(UNDER_TITLE, Math.max(0, text))).find((line) => isDateLine(line.text));
  const under = above && findDate(above.text);
  if (above && under) return inferred('issuedOn', under.iso, `标题下单独成行的“${above.text}”`, above.line);
  if (closing.month) return unknown('issuedOn', `文末“${closing.month.text}”只写到月，没有日`);
  return unknown('issuedOn', '文末没有单独成行的日期');
}

/** A date that an element names, if it is a real day. */
export function dateElement(
  field: 'issuedOn' | 'publishedOn' | 'effectiveOn',
  label: string,
  element: Element | undefined,
): InferredField | undefined {
  const date = element && findDate(element.value);
  if (!element || !date) return undefined;
  const evidence = quoteElement(element, label);
  return element.weak
    ? inferred(field, date.iso, evidence, element.line)
    : stated(field, date.iso, evidence, element.line);
}
