import { findDocNumbers } from './docnumber.ts';
import type { RelationKind } from './relations.ts';
import { sentenceAround } from './sentences.ts';

/**
 * A document number that the library names beside a text: in a title, a relation, an editor's note, a status or a source.
 * It is the editor's word, not the document's, so it is no citation; but it leads somewhere like any other number.
 */
export interface Mention {
  /** Id of the document whose page names the number. */
  from: string;
  canonical: string;
  /** Fragment of that page's address. */
  anchor: string;
  /** Where on the page, e.g. 编者注2. */
  place: string;
  sentence: string;
}

/** The parts of a document's frontmatter in which an editor may name numbers. */
export interface EditorialText {
  /** A number in the title leads on too, unless it is the document's own. */
  title?: string | undefined;
  docNumber?: string | undefined;
  notes: readonly { text: string }[];
  relations?: Partial<Record<RelationKind, readonly string[] | undefined>> | undefined;
  source?: { note?: string | undefined } | undefined;
  basis?: string | undefined;
}

/** Every number that a document's frontmatter names; `codes` are the known agency codes. */
export function findMentions(from: string, text: EditorialText, codes: readonly string[]): Mention[] {
  const places = [
    { text: text.title ?? '', anchor: 'main', place: '标题' },
    ...text.notes.map((note, index) => ({
      text: note.text,
      anchor: `note-${index + 1}`,
      place: `编者注${index + 1}`,
    })),
    ...Object.values(text.relations ?? {})
      .flatMap((targets) => targets ?? [])
      .map((target) => ({ text: target, anchor: 'relations-title', place: '文件关系' })),
    ...[text.source?.note, text.basis].flatMap((words) =>
      words === undefined ? [] : [{ text: words, anchor: 'facts', place: '要素' }],
    ),
  ];
  return places.flatMap(({ text: words, anchor, place }) =>
    findDocNumbers(words, codes)
      .filter(({ canonical }) => place !== '标题' || canonical !== text.docNumber)
      .map(({ canonical, start, end }) => ({
        from,
        canonical,
        anchor,
        place,
        sentence: sentenceAround(words, start, end),
      })),
  );
}
