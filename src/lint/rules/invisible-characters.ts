import { codePointName } from '../character-names.ts';
import { characterFindings } from '../odd-characters.ts';
import { defineDocumentRule } from '../rule.ts';

/**
 * Zero-width characters, soft hyphens and marks inside the text that nobody sees, but that keep a search from finding
 * the word around them. Where they join letters (Mongolian, Uyghur, emoji) or choose a Han glyph, they belong there.
 */
export default defineDocumentRule({
  id: 'invisible-characters',
  severity: 'warning',
  check(document) {
    return characterFindings(document, INVISIBLE, ({ code, count }) => ({
      found: `看不见的字符 ${codePointName(code)}${count > 1 ? ` ${count} 处` : ''}`,
      expected: '只有看得见的文字和普通的空格',
      fix: '删去；在文字之间看不出来，把光标移过去会多停一下，也可以把这几个字重打一遍',
      ...(BLANK.test(String.fromCodePoint(code))
        ? {}
        : { replacement: SPACE.test(String.fromCodePoint(code)) ? ' ' : '' }),
    }));
  },
});

/** Letters of scripts whose letters join, and pictures: zero-width joiners and selectors mean something beside them. */
const JOINING =
  '[\\p{Script=Mongolian}\\p{Script=Arabic}\\p{Script=Tibetan}\\p{Script=Devanagari}\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f]';
/** What a variation selector may choose a glyph of. */
const SELECTABLE = '[\\p{Script=Han}\\p{Script=Mongolian}\\p{Emoji}\\p{S}\\p{P}]';

/** Spaces that pass for a plain one. En and em spaces are seen, and set on purpose. */
const SPACE = /[\u00a0\u2004-\u200a\u202f\u205f]/u;

const INVISIBLE = new RegExp(
  [
    '[\\u200b\\u2060-\\u2064\\ufeff\\u00ad\\u034f]',
    `(?<!${JOINING})[\\u200c\\u200d]`,
    `(?<!${SELECTABLE})[\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}]`,
    SPACE.source,
    '(?<!\\p{Script=Mongolian})\\u180e|[\\ufff9-\\ufffb]',
    '[\\u115f\\u1160\\u3164\\uffa0\\u2800]',
  ].join('|'),
  'gu',
);

/** These take the place of a character: what stood there must be looked up. */
const BLANK = /[\u115f\u1160\u3164\uffa0\u2800]/u;
