/** What is surely plain text to Markdown, MDX and GFM, in one line or in a cell of a table. */

/**
 * What has a meaning somewhere in a line is left out; an escaped mark has none, nor has a closing bracket where none can
 * be open.
 */
export const TEXT = String.raw`(?:[^\p{Cc}\\${'`'}*_~[<>{}&|@]|\\[!-/:-@[-${'`'}{-~])`;
/** The same but for the space, which may not begin or end a line: two at its end break it. */
export const EDGE = String.raw`(?:[^\p{Cc}\\${'`'}*_~[<>{}&|@ ]|\\[!-/:-@[-${'`'}{-~])`;

/** GFM makes links of these. */
const ADDRESS = /https?:\/\/|www\./i;
const ESCAPE = /\\([!-/:-@[-`{-~])/g;

export function hasAddress(text: string): boolean {
  return ADDRESS.test(text);
}

/** Plain text as it is meant: without the marks of its escapes. */
export function unescaped(text: string): string {
  return text.includes('\\') ? text.replace(ESCAPE, '$1') : text;
}
