import type * as z from 'zod';
import { DOCUMENT_SCHEMAS, type DocumentData } from '../schema/documents.ts';
import { judge } from '../schema/problems.ts';
import { parseSource } from '../schema/source.ts';
import { joinTitle } from './join-title.ts';
import type { RawDraft } from './make-draft.ts';
import { type MarkKind, visibleText } from './manuscript.ts';
import { findDifference } from './verify.ts';

/**
 * A body as a reader would see it, without supplied brackets, with all the text that each kind of mark covers; or why
 * it cannot be read, in Chinese. Footnotes stand where they are written, at the end.
 */
export type ReadBack = (
  body: string,
) => { ok: true; text: string; marked: Record<MarkKind, string> } | { ok: false; reason: string };

/**
 * Reads a finished draft again, as the site will, and compares it with its source: title, publication line and body
 * together must be the source to the letter. Returns what is wrong, in Chinese, or undefined.
 */
export function checkDraft(draft: RawDraft, readBack: ReadBack): string | undefined {
  const source = parseSource(draft.collection, 'draft.mdx', draft.text);
  const broken = source.syntaxProblems[0];
  if (broken) return `转换后的著录信息第 ${broken.line} 行${broken.message}`;
  const judged = judge<z.ZodType<DocumentData>>(DOCUMENT_SCHEMAS[draft.collection], source.frontmatter);
  if (!judged.ok) {
    const problem = judged.problems[0];
    return `转换后的著录信息不合要求：发现${problem?.found}，应为${problem?.expected}`;
  }
  const body = readBack(source.body);
  if (!body.ok) return `转换后的正文不合 MDX 写法：${body.reason}`;
  const wanted = [...draft.bodyLines, ...draft.footnoteLines].map(visibleText).join('\n');
  const difference = findDifference(wanted, body.text) ?? headerDifference(draft, judged.data);
  return difference === undefined ? undefined : `转换前后文字有出入，${difference}`;
}

function headerDifference({ header }: RawDraft, data: DocumentData): string | undefined {
  const title = header.title.length > 0 ? findDifference(joinTitle(header.title), data.title) : undefined;
  return title ?? findDifference(header.published?.text ?? '', data.source?.printedLine ?? '');
}
