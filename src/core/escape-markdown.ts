import { showUnseen } from './unseen-characters.ts';

/** Word joiner: invisible, no break, and keeps apart what would otherwise be read as one. */
const JOINER = '\u2060';

/** What has a meaning in Markdown or HTML as GitHub, GitLab and Gitee read them. */
const ACTIVE = /[&<>"'`*_[\]~|\\$!^{}=+%@#]/g;

/**
 * Where the platforms see a reference: a sign before a name or number, a colon before an address or an emoji's name, the
 * www. of a bare address, GH-1, the digits of a commit.
 */
const SIGNS = /[@#](?=\S)|[$%&~^!*](?=[\w"'{[(])|:(?=[/\w+-])|\bwww(?=\.)|\bGH-(?=\d)/gi;
const COMMIT = /\b(?=\d*[a-f])[0-9a-f]{7,}\b/g;
/** Fewer digits name no commit. */
const HARMLESS = /.{6}(?=.)/g;

/**
 * A text as it stands, on one line, in Markdown: none of it is markup, a link, an address that becomes one, a mention of a
 * person, a reference to an issue, merge request or commit, an emoji or a command. The platforms look for those in the
 * finished page, where an escaped character is a character again; an invisible joiner behind it keeps them off.
 */
export function escapeMarkdown(text: string): string {
  return showUnseen(text.replace(/\r\n?/g, '\n'))
    .replace(SIGNS, (found) => found + JOINER)
    .replace(COMMIT, (found) => found.replace(HARMLESS, `$&${JOINER}`))
    .replace(ACTIVE, (found) => `&#${found.codePointAt(0)};`)
    .replace(/^[ \t]*\//, (found) => found.replace('/', `&#47;${JOINER}`))
    .replace(/[ \t]*\n[ \t]*/g, '<br>')
    .replace(/\t/g, ' ');
}
