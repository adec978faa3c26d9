import type { Finding } from './finding.ts';
import { type Manuscript, type SourceLine, textLines } from './manuscript.ts';

/** So many links are listed; the rest are counted. */
const MOST_LISTED = 20;
/** Longest quotation in a finding, in characters. */
const LONGEST_QUOTE = 30;

/**
 * A manuscript without links, whatever its format: the library's texts link only to the library's pages (the check's
 * rule link-target), so a link's text stays and the report says where it led.
 */
export function unlink(manuscript: Manuscript): Manuscript {
  const lost = linksOf(manuscript);
  if (lost.length === 0) return manuscript;
  const known = manuscript.findings.map(({ message }) => message).join('\n');
  const footnotes = [...manuscript.footnotes].map(([id, lines]) => [id, lines.map(withoutLinks)] as const);
  return {
    ...manuscript,
    lines: manuscript.lines.map(withoutLinks),
    footnotes: new Map(footnotes),
    // What a reader has said of an address already is not said again.
    findings: [...manuscript.findings, ...findingsOf(lost.filter(({ href }) => !known.includes(href)))],
  };
}

/** What to say of a link that goes; undefined where nothing is lost, as its text is itself the address. */
export function lostLink(address: string, text: string): string | undefined {
  const target = address.trim();
  if (target === '' || target.startsWith('#') || bare(target) === bare(text)) return undefined;
  const where = /^[a-z][\w+.-]*:\S{1,150}$/i.test(target) ? target : quote(target);
  return `链接没有保留，文字照录：“${quote(text)}”指向 ${where}（本站的正文只链接本站的页面）`;
}

interface Link {
  href: string;
  text: string;
  line: number;
}

function linksOf({ lines, footnotes }: Manuscript): Link[] {
  const all = [...lines, ...[...footnotes.values()].flat()].flatMap(textLines);
  return all.flatMap(({ text, line, marks = [] }) =>
    marks.flatMap(({ kind, href = '', start, end }) =>
      kind === 'link' ? [{ href, text: text.slice(start, end), line }] : [],
    ),
  );
}

function findingsOf(links: readonly Link[]): Finding[] {
  const found = links.flatMap(({ href, text, line }): Finding[] => {
    const message = lostLink(href, text);
    return message === undefined ? [] : [{ kind: 'lost', line, message }];
  });
  if (found.length <= MOST_LISTED) return found;
  const rest = `链接共 ${found.length} 处没有保留，只列出前 ${MOST_LISTED} 处，其余请对照原件`;
  return [...found.slice(0, MOST_LISTED), { kind: 'lost', line: 0, message: rest }];
}

function withoutLinks(line: SourceLine): SourceLine {
  const { marks, solid } = line;
  const cells = (row: SourceLine[][]): SourceLine[][] => row.map((cell) => cell.map(withoutLinks));
  return {
    ...line,
    ...(marks ? { marks: marks.filter(({ kind }) => kind !== 'link') } : {}),
    ...(solid?.kind === 'table' ? { solid: { ...solid, rows: solid.rows.map(cells) } } : {}),
  };
}

function bare(address: string): string {
  return address
    .replace(/\s/g, '')
    .toLowerCase()
    .replace(/^(?:https?:\/\/|mailto:)|\/$/g, '');
}

function quote(text: string): string {
  const chars = [...text.replace(/\s+/g, ' ').trim()];
  return chars.length <= LONGEST_QUOTE ? chars.join('') : `${chars.slice(0, LONGEST_QUOTE).join('')}……`;
}
