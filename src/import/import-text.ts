import type { Collection } from '../core/collections.ts';
import { findDocNumbers } from '../core/docnumber.ts';
import { makeBlocks } from './blocks.ts';
import { type DraftFrontmatter, draftFrontmatter } from './draft.ts';
import type { InferredField } from './evidence.ts';
import type { Finding } from './finding.ts';
import { readHeader } from './header.ts';
import type { KnownAgency } from './infer-issuer.ts';
import { joinParagraphs } from './join.ts';
import { type SourceLine, sourceLines } from './lines.ts';
import { writeBody } from './mdx-file.ts';
import { inferMetadata } from './metadata.ts';
import { splitDocuments } from './split.ts';
import { decodeText, type Encoding } from './text.ts';
import { kindOfTitle } from './title-kinds.ts';
import { findDifference, hanCharacters } from './verify.ts';

/** A body as a reader would see it, or why it cannot be read, in Chinese. Supplied brackets are left out. */
export type ReadBack = (body: string) => { ok: true; text: string } | { ok: false; reason: string };

/** One text file to import. */
export interface TextInput {
  bytes: Uint8Array;
  /** Original file name without folders, e.g. 2012年工作计划.txt. */
  fileName: string;
  /** SHA-256 of the bytes, lower-case hexadecimal. */
  sha256: string;
  collection: Collection;
  agencies: readonly KnownAgency[];
  /** Parses the draft again, so that nothing leaves the importer that the site could not read. */
  readBack: ReadBack;
}

/** One document made from a file. */
export interface Draft {
  collection: Collection;
  frontmatter: DraftFrontmatter;
  body: string;
  fields: InferredField[];
  findings: Finding[];
  /** Canonical numbers cited in the text, each once, without the document's own. */
  cites: string[];
}

export type TextImport = { ok: true; encoding: Encoding; drafts: Draft[] } | { ok: false; reason: string };

/** Turns a plain text or Markdown-as-text file into drafts. Never throws for a bad file; never drops a character. */
export function importText(input: TextInput): TextImport {
  const decoded = decodeText(input.bytes);
  if (!decoded.ok) return decoded;
  const { lines, findings } = sourceLines(decoded.text, /\.(?:md|markdown)$/i.test(input.fileName));
  if (lines.length === 0) return { ok: false, reason: '文件里只有空白，没有文字' };
  const split = splitDocuments(lines);
  const drafts: Draft[] = [];
  for (const [index, part] of split.documents.entries()) {
    const draft = makeDraft(input, part, index > 0);
    const difference = checkDraft(part, draft, input.readBack);
    if (difference !== undefined) return { ok: false, reason: difference };
    drafts.push(
      withFindings(draft, part, [...findings, ...split.findings], index === 0, split.documents[index + 1]),
    );
  }
  const lostHan = findDifference(
    hanCharacters(decoded.text),
    hanCharacters(lines.map(({ text }) => text).join('')),
  );
  if (lostHan !== undefined) return { ok: false, reason: `汉字有出入，${lostHan}` };
  return { ok: true, encoding: decoded.encoding, drafts };
}

interface RawDraft extends Draft {
  headerLines: readonly SourceLine[];
}

function makeDraft(input: TextInput, lines: readonly SourceLine[], isLater: boolean): RawDraft {
  const header = readHeader(lines);
  const headerLines = [...header.title, ...(header.published ? [header.published] : [])];
  const title = header.title.map(({ text }) => text).join('');
  const named = isLater ? kindOfTitle(title) : undefined;
  const collection = named?.collection ?? input.collection;
  const text = lines.filter((line) => !headerLines.includes(line));
  const joined = joinParagraphs(text);
  const { blocks, findings } = makeBlocks(joined.paragraphs);
  const content = text.filter((line) => line !== header.number);
  const baseName = input.fileName.replace(/\.[^.]+$/, '');
  const fields = inferMetadata({ collection, header, body: content, baseName, agencies: input.agencies });
  const own = fields.find(({ field }) => field === 'docNumber')?.value;
  const printed = header.published?.text;
  const source = {
    file: input.fileName,
    sha256: input.sha256,
    ...(printed === undefined ? {} : { printedLine: printed }),
  };
  const all = [...joined.findings, ...findings];
  return {
    collection,
    frontmatter: draftFrontmatter(fields, source, all),
    body: writeBody(blocks),
    fields,
    findings: all,
    cites: citedNumbers(joined.paragraphs, own, input.agencies),
    headerLines,
  };
}

function citedNumbers(
  paragraphs: readonly { text: string }[],
  own: string | undefined,
  agencies: readonly KnownAgency[],
): string[] {
  const codes = agencies.map(({ code }) => code);
  const found = paragraphs.flatMap(({ text }) =>
    findDocNumbers(text, codes).map(({ canonical }) => canonical),
  );
  return [...new Set(found)].filter((canonical) => canonical !== own);
}

/** The header went into the frontmatter, the rest into the body: together they must be the source, to the letter. */
function checkDraft(lines: readonly SourceLine[], draft: RawDraft, readBack: ReadBack): string | undefined {
  const parsed = readBack(draft.body);
  if (!parsed.ok) return `转换后的正文不合 MDX 写法：${parsed.reason}`;
  const text = lines.filter((line) => !draft.headerLines.includes(line)).map((line) => line.text);
  const difference = findDifference(text.join('\n'), parsed.text);
  return difference === undefined ? undefined : `转换前后文字有出入，${difference}`;
}

/** Gives a draft the findings of its own lines; those about the whole file go to the first. */
function withFindings(
  { headerLines: _, ...draft }: RawDraft,
  lines: readonly SourceLine[],
  shared: readonly Finding[],
  isFirst: boolean,
  next: readonly SourceLine[] | undefined,
): Draft {
  const from = isFirst ? 0 : (lines[0]?.line ?? 0);
  const to = next?.[0]?.line ?? Number.POSITIVE_INFINITY;
  const own = shared.filter(({ line }) => line >= from && line < to);
  const unsure = draft.fields
    .filter(({ field, value, confidence }) => needsEye(field, value, confidence))
    .map(
      ({ field, evidence, line }): Finding => ({
        kind: 'attention',
        line,
        message: `请核定 ${field}：${evidence}`,
      }),
    );
  const findings = [...own, ...draft.findings, ...unsure].sort((a, b) => a.line - b.line);
  return { ...draft, findings };
}

function needsEye(field: string, value: string | undefined, confidence: string): boolean {
  if (field === 'period') return confidence !== '原文写明';
  if (field === 'completeness') return value === '摘录';
  return (
    ['title', 'issuer', 'kind'].includes(field) &&
    (confidence === '未知' || (confidence === '推断' && field !== 'issuer'))
  );
}
