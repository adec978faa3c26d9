import type { SourceLine } from './manuscript.ts';

/** A title's lines as one: only Latin words or digits on both sides need a space between. */
export function joinTitle(lines: readonly SourceLine[]): string {
  return lines.reduce((title, line) => {
    const text = closedUp(line.text);
    const glue = /[A-Za-z0-9]$/.test(title) && /^[A-Za-z0-9]/.test(text) ? ' ' : '';
    return title + glue + text;
  }, '');
}

/** A line such as 通　知 is spaced out to look well. */
function closedUp(text: string): string {
  return /^(?:\S\s+)+\S$/u.test(text) && /\p{Script=Han}/u.test(text) ? text.replace(/\s/g, '') : text;
}
