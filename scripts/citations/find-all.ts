import { sentenceAround } from '../../src/core/sentences.ts';
import type { Extractor } from './load-extractor.ts';
import type { SourceText } from './read-texts.ts';

/** A number or title found in a text. */
export interface Find {
  kind: '文号' | '题名';
  file: string;
  /** Line on which it begins, from 1. */
  line: number;
  /** Where it stands: the passage of its text with the line of that, UTF-16 offsets in the passage. */
  passage: number;
  passageLine: number;
  start: number;
  end: number;
  raw: string;
  /** The canonical number, or what the title is linked to: its number, or the full title of a short name. */
  means: string;
  sentence: string;
}

/** All that one version of the extraction finds, in the order of the texts; `codes` are the registered ones. */
export function findAll(
  texts: readonly SourceText[],
  codes: readonly string[],
  extractor: Extractor,
): Find[] {
  const sources = texts.map(({ docNumber, passages }) => ({
    docNumber,
    text: passages.map(({ text }) => text).join('\n\n'),
  }));
  const seen = extractor.collectSeenCodes?.(sources) ?? new Set<string>();
  return texts.flatMap((text, index) => {
    const own = extractor.seenCodesIn?.(sources[index]?.text ?? '', seen) ?? [];
    return findIn(text, [...codes, ...own], extractor);
  });
}

function findIn({ file, passages }: SourceText, codes: readonly string[], extractor: Extractor): Find[] {
  const names = new Map();
  return passages.flatMap(({ line, text }, passage) => {
    const numbers = extractor.findDocNumbers(text, codes);
    const titles = extractor.findCitedTitles(text, numbers, names);
    const found = [
      ...numbers.map((each) => ({ ...each, kind: '文号' as const, means: each.canonical })),
      ...titles.map((each) => ({
        ...each,
        kind: '题名' as const,
        means: each.for ?? each.short?.title ?? '',
      })),
    ];
    return found
      .sort((a, b) => a.start - b.start || b.end - a.end)
      .map(({ kind, start, end, raw, means }) => ({
        ...{ kind, file, passage, passageLine: line, start, end, raw, means },
        line: line + text.slice(0, start).split('\n').length - 1,
        sentence: sentenceAround(text, start, end),
      }));
  });
}
