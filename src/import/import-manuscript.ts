import { droppedFindings, unaccounted } from './account.ts';
import { checkDraft } from './check-draft.ts';
import type { InferredField } from './evidence.ts';
import type { Finding } from './finding.ts';
import { type Draft, type DraftContext, makeDraft, type RawDraft } from './make-draft.ts';
import type { Manuscript, SourceLine } from './manuscript.ts';
import { splitDocuments } from './split.ts';
import { unlink } from './unlink.ts';

/** What is known of the file besides what it says. */
export type ImportContext = Omit<DraftContext, 'pagePublished'>;

/** The documents made from a file, or why it was refused, in Chinese. */
export type Imported = { ok: true; drafts: Draft[] } | { ok: false; reason: string };

/**
 * Turns a manuscript into drafts. A file whose visible characters would not all come out of it, in order, is refused as
 * a whole.
 */
export function importManuscript(source: Manuscript, context: ImportContext): Imported {
  const manuscript = unlink(source);
  const split = splitDocuments(manuscript.lines);
  const raws = makeDrafts(split.documents, manuscript, context);
  for (const raw of raws) {
    const problem = checkDraft(raw, context.readBack);
    if (problem !== undefined) return { ok: false, reason: problem };
  }
  const shared = [
    ...unaccounted(manuscript),
    ...manuscript.findings,
    ...droppedFindings(manuscript),
    ...split.findings,
  ];
  const drafts = raws.map((raw, index) => finishDraft(raw, findingsFor(shared, split.documents, index)));
  return { ok: true, drafts };
}

function makeDrafts(
  documents: readonly (readonly SourceLine[])[],
  manuscript: Manuscript,
  context: ImportContext,
): RawDraft[] {
  let pagePublished: string | undefined;
  return documents.map((lines, index) => {
    const draft = makeDraft(lines, { ...context, pagePublished }, manuscript, index > 0);
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

function finishDraft(
  { header: _, bodyLines: __, footnoteLines: ___, ...draft }: RawDraft,
  shared: readonly Finding[],
): Draft {
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
