import { characterFindings } from '../odd-characters.ts';
import { defineDocumentRule } from '../rule.ts';
import { NOT_UNIFIED, unifiedHan } from '../unify-han.ts';

/** Radicals and compatibility ideographs that look like Han characters: ⼀ for 一. No search finds the words that hold them. */
export default defineDocumentRule({
  id: 'not-unified-han',
  severity: 'warning',
  *check(document) {
    yield* characterFindings(document, NOT_UNIFIED, ({ code, count }) => {
      const char = String.fromCodePoint(code);
      const unified = unifiedHan(char);
      const hex = code.toString(16).toUpperCase();
      return {
        found: `部首或兼容用字“${char}”（U+${hex}）${count > 1 ? ` ${count} 处` : ''}`,
        expected: unified ? `通用的汉字“${unified}”` : '通用的汉字',
        fix: unified ? `改为“${unified}”` : '对照原件，把这个字重打一遍',
        ...(unified ? { replacement: unified } : {}),
      };
    });
  },
});
