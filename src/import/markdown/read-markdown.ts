import type { Finding } from '../finding.ts';
import { dataPicture } from '../html/data-picture.ts';
import { sourceLines } from '../lines.ts';
import type { DroppedText, Manuscript, SourceLine } from '../manuscript.ts';
import { markdownFindings } from '../markdown-marks.ts';
import { readBlocks } from './blocks.ts';
import { readFrontMatter } from './front-matter.ts';
import { readInline } from './inline.ts';

/** A Markdown file as the parts of a manuscript: what is plainly Markdown becomes formatting, the rest stays text. */
export function readMarkdown(
  text: string,
): Pick<Manuscript, 'lines' | 'footnotes' | 'findings' | 'dropped' | 'elements' | 'catalogue'> {
  const texts = text.split(/\r\n|\r|\n/);
  const front = readFrontMatter(texts);
  const cut = front?.length ?? 0;
  const { lines: raw, findings } = sourceLines(texts.slice(cut).join('\n'), true);
  const source = raw.map((line) => ({ ...line, line: line.line + cut }));
  const blocks = readBlocks(source);
  const reader = new Reader(new Set(blocks.footnotes.keys()));
  const lines = blocks.lines.flatMap((line) => reader.read(line));
  const footnotes = new Map(
    [...blocks.footnotes].map(([id, each]) => [id, each.flatMap((line) => reader.read(line))]),
  );
  const dropped: DroppedText[] = front
    ? [{ text: texts.slice(0, cut).join('\n'), reason: 'Markdown 文件头（可用的已作著录依据）', line: 1 }]
    : [];
  const notes = [...blocks.read, ...reader.notations].map(
    ({ line, name }): Finding => ({ kind: 'changed', line, message: `Markdown 的${name}记号改为格式` }),
  );
  return {
    lines,
    footnotes,
    findings: [
      ...findings.map((finding) => ({ ...finding, line: finding.line + cut })),
      ...first(notes),
      ...reader.findings,
      ...markdownFindings(lines),
    ],
    dropped: [...dropped, ...reader.dropped],
    ...(front ? { elements: front.elements, catalogue: front.catalogue } : {}),
  };
}

/** One finding for each notation, where it first stands. */
function first(findings: readonly Finding[]): Finding[] {
  return findings.filter(
    ({ message }, index) => findings.findIndex((each) => each.message === message) === index,
  );
}

/** Reads the lines of a file one by one and gathers what is to be said of them. */
class Reader {
  readonly notations: { line: number; name: string }[] = [];
  readonly findings: Finding[] = [];
  readonly dropped: DroppedText[] = [];
  private readonly known: ReadonlySet<string>;

  constructor(known: ReadonlySet<string>) {
    this.known = known;
  }

  read(line: SourceLine): SourceLine[] {
    if (line.solid?.kind === 'table') {
      const rows = line.solid.rows.map((row) => row.map((cell) => cell.flatMap((each) => this.read(each))));
      return [{ ...line, solid: { kind: 'table', rows } }];
    }
    const inline = readInline(line, this.known);
    this.notations.push(...inline.read.map((name) => ({ line: line.line, name })));
    const pictures = inline.pictures.flatMap(({ alt, address }) => this.picture(line, alt, address));
    const own = inline.line;
    return own.text === '' && !own.footnotes ? pictures : [own, ...pictures];
  }

  /** A picture that the file itself holds; for another, only what it says can be reported. */
  private picture(line: SourceLine, alt: string, address: string): SourceLine[] {
    const picture = dataPicture(address, alt);
    if (picture) return [{ text: '', line: line.line, indented: false, afterBlank: true, solid: picture }];
    const shown = address.length > 200 ? `${address.slice(0, 60)}……` : address;
    this.dropped.push({ text: alt, reason: `不在文件里的图片（${shown}）`, line: line.line });
    return [];
  }
}
