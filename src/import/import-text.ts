import { censoredFindings } from './censored.ts';
import { checkDraft, type ReadBack } from './check-draft.ts';
import type { InferredField } from './evidence.ts';
import type { Finding } from './finding.ts';
import { type SourceLine, sourceLines } from './lines.ts';
import { type Draft, type DraftContext, makeDraft, type RawDraft } from './make-draft.ts';
import { markdownFindings } from './markdown-marks.ts';
import { splitDocuments } from './split.ts';
import { decodeText, type Encoding } from './text.ts';
import { findDifference, hanCharacters } from './verify.ts';

export type { ReadBack } from './check-draft.ts';
export type { Draft } from './make-draft.ts';

/** One text file to import. */
export interface TextInput extends Omit<DraftContext, 'pagePublished'> {
  bytes: Uint8Array;
  /** Parses the draft again, so that nothing leaves the importer that the site could not read. */
  readBack: ReadBack;
}

/** The documents made from a file, or why it was refused, in Chinese. */
export type TextImport = { ok: true; encoding: Encoding; drafts: Draft[] } | { ok: false; reason: string };

/**
 * Turns a plain text file, or a Markdown file taken as text, into drafts. Never throws for a bad file. A file whose
 * visible characters would not all come out, in order, is refused as a whole.
 */
export function importText(input: TextInput): TextImport {
  const decoded = decodeText(input.bytes);
  if (!decoded.ok) return decoded;
  const markdown = /\.(?:md|markdown)$/i.test(input.fileName);
  const { lines, findings } = sourceLines(decoded.text, markdown);
  if (lines.length === 0) return { ok: false, reason: '文件里只有空白，没有文字' };
  const lost = findDifference(
    hanCharacters(decoded.text),
    hanCharacters(lines.map(({ text }) => text).join('')),
  );
  if (lost !== undefined) return { ok: false, reason: `分行时汉字有出入，${lost}` };
  const split = splitDocuments(lines);
  const raws = makeDrafts(split.documents, input);
  for (const raw of raws) {
    const problem = checkDraft(raw, input.readBack);
    if (problem !== undefined) return { ok: false, reason: problem };
  }
  const shared = [...findings, ...split.findings, ...(markdown ? markdownFindings : censoredFindings)(lines)];
  const drafts = raws.map((raw, index) => finishDraft(raw, findingsFor(shared, split.documents, index)));
  return { ok: true, encoding: decoded.encoding, drafts };
}

function makeDrafts(documents: readonly (readonly SourceLine[])[], input: TextInput): RawDraft[] {
  let pagePublished: string | undefined;
  return documents.map((lines, index) => {
    const draft = makeDraft(lines, { ...input, pagePublished }, index > 0);
    pagePublished ??= draft.fields.find(({ field }) => field === 'publishedOn')?.value;
    return draft;
  });
}

/** The findings that lie within one of a file's documents; those about the whole file go to the first. */
function findingsFor(
  findings: readonly Finding[],
  documents: readonly (readonly SourceLine[])[],
  index: number,
): Finding[] {
  const from = index === 0 ? 0 : (documents[index]?.[0]?.line ?? 0);
  const to = documents[index + 1]?.[0]?.line ?? Number.POSITIVE_INFINITY;
  return findings.filter(({ line }) => line >= from && line < to);
}

function finishDraft({ header: _, bodyLines: __, ...draft }: RawDraft, shared: readonly Finding[]): Draft {
  const unsure = draft.fields.filter(needsEye).map(
    ({ field, value, evidence, line }): Finding => ({
      kind: 'attention',
      line,
      message: `请核定 ${field}（${value ?? '留空'}）：${evidence}`,
    }),
  );
  const findings = [...shared, ...draft.findings, ...unsure].sort((a, b) => a.line - b.line);
  return { ...draft, findings };
}

/** Fields that an editor should settle before publishing. */
function needsEye({ field, value, confidence }: InferredField): boolean {
  if (field === 'completeness') return value === '摘录' || confidence === '未知';
  if (field === 'issuer') return confidence === '未知';
  return ['title', 'kind', 'period'].includes(field) && confidence !== '原文写明';
}
