import { censoredFindings } from '../censored.ts';
import type { Manuscript, ReadSource, SourceLine } from '../manuscript.ts';
import { readStory } from './blocks.ts';
import { withoutContentsHeading } from './contents.ts';
import { pairedMarks } from './fields.ts';
import { placeHeadings } from './heading-depths.ts';
import { reportMargins } from './margins.ts';
import { findNotes, readNotes, withoutEmptyNotes } from './notes.ts';
import { readNumbering } from './numbering.ts';
import { withoutOwnAdditions } from './own-files.ts';
import { openPackage, type WordPackage } from './package.ts';
import { partText } from './raw.ts';
import type { Reader } from './reader.ts';
import { damaged, Refusal } from './refusal.ts';
import { newReport } from './report.ts';
import { readStyles } from './styles.ts';
import { attribute, child, elements, plainText, type XmlElement } from './xml.ts';

/** Reads a Word file (.docx, .docm, .dotx; transitional or strict). A bad file is refused, never thrown. */
export function readDocx(bytes: Uint8Array): ReadSource {
  try {
    return readPackage(openPackage(bytes));
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.message };
    throw error;
  }
}

function readPackage(file: WordPackage): ReadSource {
  const body = child(file.root(file.main.name), 'w:body');
  if (!body) throw damaged('正文部件里没有正文');
  const notes = findNotes(file);
  const styles = readStyles(firstRoot(file, 'styles'));
  const reader: Reader = {
    ...{ file, styles, numbering: readNumbering(firstRoot(file, 'numbering'), styles) },
    ...{ report: newReport(), line: 0, unwritten: [], notes: new Map(), noteIds: new Set(notes.keys()) },
    ...{
      comments: commentsOf(file),
      pictures: { count: 0, bytes: 0 },
      roles: new Map(),
      contents: new Set(),
    },
  };
  const story = {
    part: file.main,
    ...{ fields: [], paired: pairedMarks(body), counts: true, headings: true },
  };
  const read = readStory(body, reader, story);
  const footnotes = readNotes(notes, reader);
  const lines = withoutEmptyNotes(read, footnotes, reader);
  for (const comment of reader.comments.values()) reader.report.drop('批注', 0, comment);
  reportMargins(body, reader);
  return manuscriptOf(lines, footnotes, reader);
}

function manuscriptOf(
  read: readonly SourceLine[],
  footnotes: Manuscript['footnotes'],
  reader: Reader,
): ReadSource {
  const { lines: own, elements } = withoutOwnAdditions(read, reader);
  const lines = placeHeadings(withoutContentsHeading(own, reader));
  if (!lines.some(({ text, solid }) => text !== '' || solid?.kind === 'table')) return emptyFile(lines);
  return {
    ok: true,
    manuscript: {
      ...{ format: 'Word 文档（.docx）', unit: '段', lines, footnotes },
      ...(Object.keys(elements).length > 0 ? { elements } : {}),
      findings: [...reader.report.findings(), ...censoredFindings(lines)],
      raw: rawText(reader),
      dropped: reader.report.dropped(),
    },
  };
}

function emptyFile(lines: readonly SourceLine[]): ReadSource {
  const reason =
    lines.length > 0
      ? '文件里只有图片，没有文字，像是扫描件。改法：先做文字识别（OCR）并校对，另存为 .docx 再导入'
      : '文件里没有文字。改法：用 Word 打开看看是不是选错了文件';
  return { ok: false, reason };
}

function firstRoot(file: WordPackage, type: string): XmlElement | undefined {
  const [name] = file.related(type);
  return name === undefined ? undefined : file.root(name);
}

function commentsOf(file: WordPackage): Map<string, string> {
  const root = firstRoot(file, 'comments');
  const comments = root ? elements(root) : [];
  return new Map(comments.map((comment) => [attribute(comment, 'w:id') ?? '', plainText(comment)]));
}

/** The text of all parts by the plainer reading, with what stands in attributes or other parts. */
function rawText({ file, unwritten }: Reader): string {
  const parts = [
    file.main.name,
    ...['footnotes', 'endnotes', 'comments'].flatMap((type) => file.related(type)),
  ];
  return [...parts.map((name) => partText(file.text(name) ?? '', ['t'])), ...unwritten].join('\n');
}
