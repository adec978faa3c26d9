import type { FootnotePlace, InlineMark, SourceLine } from '../manuscript.ts';

/** A line with its Markdown read, and what was read. */
export interface InlineRead {
  line: SourceLine;
  /** Names of the notations that were read, but for links, which no document keeps: 加粗. */
  read: string[];
  /** Pictures that stand in the line. */
  pictures: { alt: string; address: string }[];
}

const INNER = '(?![\\s，。；、：！？])[^*_\\n]{0,120}?[^*_\\s]';
/** The notations that are plain enough; whether a pair of `**` is one is judged by what stands around it. */
const TOKEN = new RegExp(
  [
    '(?<picture>!\\[(?<alt>[^\\]\\n]*)\\]\\((?<source><[^>\\n]+>|[^\\s)]+)(?:\\s+"[^"]*")?\\))',
    '(?<footnote>\\[\\^(?<id>[^\\]\\s]{1,40})\\](?!:))',
    '(?<link>\\[(?<label>[^\\]\\n[]+)\\]\\(<?(?<href>https?:\\/\\/[^\\s)>]+)>?(?:\\s+"[^"]*")?\\))',
    `(?<strong>\\*\\*(?<bold>${INNER})\\*\\*)`,
    `(?<under>__(?<underbold>${INNER})__)`,
    '(?<deleted>~~(?<gone>[^~\\n]{1,120})~~)',
    '(?<escape>\\\\(?<sign>[!-/:-@[-`{-~]))',
  ].join('|'),
  'gu',
);

/** Reads the Markdown within a line. `known` are the footnotes that have a text. */
export function readInline(line: SourceLine, known: ReadonlySet<string>): InlineRead {
  const marks: InlineMark[] = [];
  const footnotes: FootnotePlace[] = [];
  const pictures: InlineRead['pictures'] = [];
  const read = new Set<string>();
  let text = '';
  let from = 0;
  for (const match of line.text.matchAll(TOKEN)) {
    const groups = match.groups ?? {};
    if (groups['footnote'] !== undefined && !known.has(groups['id'] ?? '')) continue;
    const bold = groups['bold'] ?? groups['underbold'];
    if (bold !== undefined && !isPlainlyBold(bold, line.text, match)) continue;
    text += line.text.slice(from, match.index);
    from = match.index + match[0].length;
    const start = text.length;
    if (groups['picture'] !== undefined) {
      pictures.push({ alt: groups['alt'] ?? '', address: (groups['source'] ?? '').replace(/^<|>$/g, '') });
    } else if (groups['footnote'] !== undefined) {
      footnotes.push({ at: start, id: groups['id'] ?? '' });
    } else if (groups['link'] !== undefined) {
      text += groups['label'] ?? '';
      marks.push({ start, end: text.length, kind: 'link', href: groups['href'] ?? '' });
    } else if (groups['escape'] !== undefined) {
      text += groups['sign'] ?? '';
      read.add('转义的反斜线');
    } else {
      text += groups['bold'] ?? groups['underbold'] ?? groups['gone'] ?? '';
      const kind = groups['deleted'] === undefined ? 'strong' : 'deleted';
      marks.push({ start, end: text.length, kind });
      read.add(kind === 'strong' ? '加粗' : '删除线');
    }
  }
  text += line.text.slice(from);
  return { line: rewritten(line, text, marks, footnotes), read: [...read], pictures };
}

/**
 * `**` also stands for censored characters: 学校**课程方案，履**况. Set in bold is what stands free at one end and holds
 * no more than one phrase, or free at both and holds no more than one clause.
 */
function isPlainlyBold(bold: string, text: string, match: RegExpExecArray): boolean {
  const [before, after] = [text[match.index - 1], text[match.index + match[0].length]];
  const free = [before, after].filter((char) => char === undefined || /[\s\p{P}]/u.test(char)).length;
  const body = bold.replace(/[。：！？]$/, '');
  if (free === 0 || /[，；。]/.test(body)) return false;
  return free === 2 || !body.includes('、');
}

function rewritten(
  line: SourceLine,
  text: string,
  marks: InlineMark[],
  footnotes: FootnotePlace[],
): SourceLine {
  const lead = text.length - text.trimStart().length;
  return {
    ...line,
    text: text.trim(),
    ...(marks.length > 0
      ? { marks: marks.map((mark) => ({ ...mark, start: mark.start - lead, end: mark.end - lead })) }
      : {}),
    ...(footnotes.length > 0
      ? { footnotes: footnotes.map(({ at, id }) => ({ id, at: Math.max(0, at - lead) })) }
      : {}),
  };
}
