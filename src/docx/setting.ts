import { LineRuleType } from 'docx';
import { LINE } from './layout.ts';

/** 固定行距, so that 22 lines make a page whatever the font. */
export const EXACT = { line: LINE, lineRule: LineRuleType.EXACT };

/** A run in one font, for Chinese and Latin alike. */
export function inFont(name: string) {
  return { font: { ascii: name, hAnsi: name, eastAsia: name, cs: name } };
}
