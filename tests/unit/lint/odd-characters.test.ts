import { describe, expect, test } from 'vitest';
import type { Rule } from '../../../src/lint/rule.ts';
import controlCharacters from '../../../src/lint/rules/control-characters.ts';
import invisibleCharacters from '../../../src/lint/rules/invisible-characters.ts';
import notUnifiedHan from '../../../src/lint/rules/not-unified-han.ts';
import privateCharacters from '../../../src/lint/rules/private-characters.ts';
import { parseSource } from '../../../src/schema/source.ts';

/** Columns of what a rule finds in a file of one line. */
function columns({ judge }: Rule, text: string): (number | undefined)[] {
  const body = { tree: { type: 'root' as const, children: [] }, problems: [], pointers: [] };
  const source = parseSource('plans', 'plans/a.mdx', text);
  const document = { source, id: 'plans/a', data: {}, problems: [], body, citations: [] };
  return [...(judge?.(document) ?? [])].map(({ column }) => column);
}

/** All code points but surrogates, line ends and what spells others; parted by a letter that lets each stand alone. */
const CODES = Array.from({ length: 0x30000 }, (_, code) => code).filter(
  (code) => (code < 0xd800 || code > 0xdfff) && !/[\n\r&\\]/.test(String.fromCodePoint(code)),
);

describe.each([controlCharacters, invisibleCharacters, notUnifiedHan, privateCharacters])(
  'the quick look of $id',
  (rule) => {
    test('passes over none of the characters that it finds beside others', () => {
      // In a file that holds an odd character already, every other one is looked at closely.
      const starts = new Map<number, number>();
      let line = '\ue000a';
      for (const code of CODES) {
        starts.set(line.length + 1, code);
        line += `${String.fromCodePoint(code)}a`;
      }
      const found = columns(rule, line).flatMap((column) => starts.get(column ?? 0) ?? []);
      const missed = found.filter((code) => columns(rule, `a${String.fromCodePoint(code)}a`).length === 0);
      expect(found.length).toBeGreaterThan(20);
      expect(missed).toEqual([]);
    });
  },
);
