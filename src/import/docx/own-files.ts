import type { Elements } from '../elements.ts';
import type { SourceLine } from '../manuscript.ts';
import type { Reader } from './reader.ts';

/** The library's own Word files carry what the site says of a document, in styles of these names. */
const OWN_STYLES = {
  发文机关标志: 'issuer',
  发文字号: 'docNumber',
  编者标注: 'note',
  编者说明: 'note',
} as const;

/** What a paragraph of the library's own Word files is, when it is none of the text. */
export type OwnRole = (typeof OWN_STYLES)[keyof typeof OWN_STYLES];

/** The role that a style of that name gives. */
export function ownRole(styleName: string): OwnRole | undefined {
  return Object.entries(OWN_STYLES).find(([name]) => name === styleName)?.[1];
}

/**
 * Takes out what the library itself put around a text when it made the Word file: the head goes into the record, the
 * editor's notes are reported. Only a file that ends in the library's 编者说明 is one of its own.
 */
export function withoutOwnAdditions(
  lines: readonly SourceLine[],
  { report, roles }: Reader,
): { lines: SourceLine[]; elements: Elements } {
  const elements: Elements = {};
  if (roles.get(lines.at(-1)?.line ?? 0) !== 'note') return { lines: [...lines], elements };
  const added = { head: '', notes: '' };
  const kept = lines.filter(({ line, text }) => {
    const role = roles.get(line);
    if (role === undefined) return true;
    if (role !== 'note') elements[role] ??= { value: text, line };
    added[role === 'note' ? 'notes' : 'head'] += `${text} `;
    return false;
  });
  report.drop('本站所加的版头（已填入著录项）', 0, added.head);
  report.drop('本站所加的编者说明', 0, added.notes);
  return { lines: kept, elements };
}
