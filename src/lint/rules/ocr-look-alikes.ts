import { quoteAround } from '../body.ts';
import type { TextEdit } from '../issue.ts';
import { shapesIn } from '../look-alike-shapes.ts';
import { confusedWords } from '../look-alikes.ts';
import { type Passage, passagesOf, placeOf, rangeOf } from '../passages.ts';
import { defineDocumentRule, type Finding, type LintDocument } from '../rule.ts';
import { technicalSpans } from '../technical-spans.ts';

/** A word or number that a reading machine probably got wrong. */
interface LookAlike {
  from: number;
  raw: string;
  what: string;
  meant: string;
  mend?: string;
}

/**
 * Characters that reading machines and old input methods take for each other: 己经, 末成年, 二O一二年. Only where the
 * wrong form can hardly be meant; a warning, as the original may really say so.
 */
export default defineDocumentRule({
  id: 'ocr-look-alikes',
  severity: 'warning',
  *check(document) {
    yield* inTitle(document);
    for (const passage of passagesOf(document))
      for (const lookAlike of lookAlikes(passage.text)) yield describe(document, passage, lookAlike);
  },
});

/** A title is what people search for first; its place in the file is known by the line only, so nothing is rewritten. */
function* inTitle({ source, data }: LintDocument): Generator<Finding> {
  if (data.notes?.some(({ field }) => field === 'title')) return;
  for (const { raw, what, meant } of lookAlikes(data.title ?? ''))
    yield {
      file: source.file,
      line: source.lineOf(['title']),
      found: `标题里有${what}“${raw}”`,
      expected: `多半是“${meant}”`,
      fix: '对照原件，认错的改正；原件就是这样印的，在编者注（notes）加一条 - { text: 说明, field: title }',
    };
}

function lookAlikes(text: string): LookAlike[] {
  const words = confusedWords(text).map((word) => ({ ...word, what: '形近字' }));
  return [...words, ...confusedShapes(text)].sort((a, b) => a.from - b.from);
}

function confusedShapes(text: string): LookAlike[] {
  const found = shapesIn(text).flatMap(({ what, pattern, meant, mend }) =>
    [...text.matchAll(pattern)].map(({ index, 0: raw }): LookAlike => {
      const lookAlike = { from: index, raw, what, meant };
      return mend ? { ...lookAlike, mend: mend(raw) } : lookAlike;
    }),
  );
  if (found.length === 0) return found;
  const exempt = technicalSpans(text);
  return found.filter(({ from }) => !exempt.some(({ start, end }) => from >= start && from < end));
}

function describe(
  document: LintDocument,
  passage: Passage,
  { from, raw, what, meant, mend }: LookAlike,
): Finding {
  const range = mend === undefined ? undefined : rangeOf(document, passage, from, from + raw.length);
  const edits: TextEdit[] = range && mend ? [{ ...range, text: mend, replacesHan: true }] : [];
  return {
    file: document.source.file,
    ...placeOf(document, passage, from),
    found: `${what}：“${quoteAround(passage.text, from)}”里的“${raw}”`,
    expected: mend ? `“${mend}”` : `多半是“${meant}”`,
    fix: `对照原件，认错的改正；原件就是这样印的，保留，在编者注（notes）里说明`,
    ...(edits.length > 0 ? { edits } : {}),
  };
}
