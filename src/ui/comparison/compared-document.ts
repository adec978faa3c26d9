import type { LibraryDocument } from '../../core/library.ts';

/** A document as the head of its column shows it. */
export interface ComparedDocument {
  /** Where its page lies, as links in this page are to have it. */
  href: string;
  title: string;
  docNumber: string | null;
  /** How its column is called: its period, or whatever tells it from the other one. */
  name: string;
  /** Only a part of its text is held. */
  excerpt: boolean;
}

type Described = Pick<
  LibraryDocument,
  'collection' | 'url' | 'title' | 'docNumber' | 'period' | 'years' | 'completeness'
>;

const SHORT_NAMES = { plans: '计划', summaries: '总结', policies: '文件' } as const;

/** Describes two documents for their comparison, each by a name that the other hasn't. */
export function describeCompared(
  left: Described,
  right: Described,
  address: (url: string) => string = (url) => url,
): [left: ComparedDocument, right: ComparedDocument] {
  const sameKind = left.collection === right.collection;
  const name = (document: Described): string => {
    const time = document.period ?? (document.years.length > 0 ? `${document.years.join('、')}年` : '');
    return sameKind ? time : `${time}${SHORT_NAMES[document.collection]}`;
  };
  let names = [name(left), name(right)];
  if (names[0] === names[1]) names = [left.docNumber ?? '', right.docNumber ?? ''];
  if (names[0] === names[1] || names.includes('')) names = ['前一份', '后一份'];
  const describe = (document: Described, own = ''): ComparedDocument => ({
    href: address(document.url),
    title: document.title,
    docNumber: document.docNumber,
    name: own,
    excerpt: document.completeness === '摘录',
  });
  return [describe(left, names[0]), describe(right, names[1])];
}
