import type { Inline } from './body-model.ts';
import { DECLARED } from './namespaces.ts';
import { paragraph } from './paragraph-xml.ts';
import { FOOTNOTE_MARK, type RunContext, runsOf } from './runs.ts';
import { STYLE } from './style-ids.ts';
import { DECLARATION, element } from './xml.ts';

/** The number of a footnote before its text. */
const MARK = `<w:r>${FOOTNOTE_MARK}<w:footnoteRef/></w:r>`;

/** Word wants the lines that part footnotes from the text to be notes themselves. */
const SEPARATORS = [
  ['separator', -1],
  ['continuationSeparator', 0],
].map(([name, id]) =>
  element(
    'w:footnote',
    { 'w:type': name, 'w:id': id },
    `<w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>${MARK}<w:r><w:${name}/></w:r></w:p>`,
  ),
);

/** word/footnotes.xml; undefined for a document without footnotes. */
export function footnotesXml(
  footnotes: ReadonlyMap<number, Inline[][]>,
  context: RunContext,
): string | undefined {
  if (footnotes.size === 0) return undefined;
  const notes = [...footnotes].map(([number, paragraphs]) => {
    const [first = [], ...more] = paragraphs;
    const lines = [
      paragraph(STYLE.footnote, {}, MARK + runsOf(first, context)),
      ...more.map((inlines) => paragraph(STYLE.footnote, {}, runsOf(inlines, context))),
    ];
    return element('w:footnote', { 'w:id': number }, lines.join(''));
  });
  const content = [...SEPARATORS, ...notes].join('');
  return `${DECLARATION}<w:footnotes${DECLARED}>${content}</w:footnotes>`;
}
