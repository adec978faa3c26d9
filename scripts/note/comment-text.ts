/** A comment in the making. It comes from a run of somebody else's program: it is a text and no more. */
import { INBOX_MARKER, MARKER } from '../../src/changes/render-markdown.ts';

/** The reports that may become comments, by their first lines. */
const MARKERS = [MARKER, INBOX_MARKER] as const;
export type Marker = (typeof MARKERS)[number];

/** GitHub takes 65,536 characters; some room is left for the notice. */
const LONGEST = 65_000;
const JOINER = '\u2060';

/** A report fit to be posted, with the marker by which it will be found again; undefined for a text that is none. */
export function commentText(raw: string, foreign: boolean): { marker: Marker; text: string } | undefined {
  const marker = MARKERS.find((known) => raw.startsWith(`${known}\n`));
  if (!marker) return undefined;
  const body = tame(raw.slice(marker.length + 1));
  const cut = body.length > LONGEST ? `${body.slice(0, LONGEST)}\n\n……太长，以下略去。` : body;
  return { marker, text: `${marker}\n${foreign ? FOREIGN : ''}${cut}` };
}

const FOREIGN =
  '> 这份清单由分叉仓库里的程序生成。合并请求若改了程序（`content` 以外的文件），清单可能不实，请维护者先审阅程序。\n\n';

/**
 * Our own reports hold none of this; a forged one may. Nobody is called, no other comment's marker is imitated, no
 * picture is loaded, no command of the platform stands at the beginning of a line.
 */
function tame(text: string): string {
  return text
    .replace(/@(?=[\w-])/g, `@${JOINER}`)
    .replaceAll('<!--', '&lt;!--')
    .replace(/!\[/g, '!\\[')
    .replace(/<(?=\/?(?:img|picture|source|video|audio|a|iframe)\b)/gi, '&lt;')
    .replace(/^([ \t]*)\/(?=[a-z])/gim, `$1/${JOINER}`);
}
