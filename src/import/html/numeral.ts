import { formatChineseNumeral } from '../../core/numerals.ts';
import { roman } from '../number-format.ts';

/** A number in a list style of CSS, with the stop that a browser puts behind it; decimal for a style that is not known. */
export function numeralOf(value: number, style: string): string {
  if (/^(?:cjk-ideographic|cjk-decimal|(?:simp|trad)-chinese)/.test(style) && value > 0) {
    return `${formatChineseNumeral(value)}、`;
  }
  if (/^(?:lower|upper)-(?:alpha|latin)$/.test(style) && value > 0)
    return `${cased(alphabetic(value), style)}.`;
  if (/^(?:lower|upper)-roman$/.test(style) && value > 0 && value < 4000)
    return `${cased(roman(value), style)}.`;
  return `${value}.`;
}

function cased(text: string, style: string): string {
  return style.startsWith('upper') ? text.toUpperCase() : text.toLowerCase();
}

function alphabetic(value: number): string {
  const letter = String.fromCharCode(97 + ((value - 1) % 26));
  return value > 26 ? alphabetic(Math.floor((value - 1) / 26)) + letter : letter;
}
