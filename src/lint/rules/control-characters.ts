import { codePointName } from '../character-names.ts';
import { characterFindings } from '../odd-characters.ts';
import { defineDocumentRule } from '../rule.ts';

/**
 * Control characters, marks that turn the direction of text and characters that carry hidden text: with them a page
 * shows something else than its file says, and some readers, feeds and Word can't open it at all.
 */
export default defineDocumentRule({
  id: 'control-characters',
  severity: 'error',
  check(document) {
    return characterFindings(document, CONTROL, ({ code, count }) => ({
      found: `控制字符 ${codePointName(code)}${count > 1 ? ` ${count} 处` : ''}`,
      expected: '只有文字、换行和空格',
      fix: '删去它，照原件把前后的字重打一遍；换行、换页的，改为空一行分段',
    }));
  },
});

/** Emoji flags of regions are spelt with tag characters; everywhere else these hide text. */
const CONTROL =
  /(?![\t\n\r])\p{Cc}|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f]|(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]{0,8})[\u{e0001}\u{e0020}-\u{e007f}]|\p{Noncharacter_Code_Point}/gu;
