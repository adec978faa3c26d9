import { Document, type FileChild, Packer, Paragraph } from 'docx';
import type { Body, BodyBlock } from './body-model.ts';
import { colophonParagraphs } from './colophon.ts';
import { fixTimes } from './fix-times.ts';
import { coreProperties, FONT_TABLE, STYLES } from './fixed-parts.ts';
import { forXml } from './for-xml.ts';
import { headParagraphs } from './head.ts';
import { numberingFor } from './lists.ts';
import { pageFooters, SECTION } from './page.ts';
import { type Beside, bodyParagraph, headingParagraph, ruleParagraph } from './paragraphs.ts';
import { readBody } from './read-body.ts';
import { type RunContext, runsOf } from './runs.ts';
import { STYLE } from './style-ids.ts';
import { narrowTables, tableOf } from './tables.ts';
import type { WordSource } from './word-source.ts';

/** The media type of a .docx file. */
export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * A document as a Word file (.docx) in the layout of GB/T 9704-2012. Its text is the page's, character for character;
 * what the site adds stands at the end under a heading of its own. The same source gives the same bytes.
 */
export async function wordFile(given: WordSource): Promise<Uint8Array> {
  const source = forXml(given);
  const body = readBody(source.html, source.clauses);
  const context: RunContext = { pictures: source.pictures, referred: new Set(), drawn: 0 };
  const file = new Document({
    numbering: numberingFor(body.blocks),
    footnotes: footnotesOf(body, context),
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: SECTION,
        footers: pageFooters(),
        children: [
          ...headParagraphs(source),
          ...body.blocks.flatMap((block, index) =>
            blockOf(block, { before: body.blocks[index - 1], after: body.blocks[index + 1] }, context),
          ),
          ...colophonParagraphs(source, body),
        ],
      },
    ],
  });
  const parts = [coreProperties(source), FONT_TABLE, STYLES];
  return fixTimes(await Packer.pack(file, 'uint8array', false, parts));
}

function blockOf(block: BodyBlock, beside: Beside, context: RunContext): FileChild[] {
  if (block.kind === 'heading') return [headingParagraph(block, context)];
  if (block.kind === 'paragraph') return [bodyParagraph(block, beside, context)];
  if (block.kind === 'rule') return [ruleParagraph()];
  // Word joins tables that touch: a line of text stands after each.
  return narrowTables(block.rows).flatMap((rows) => [
    tableOf(rows, context),
    new Paragraph({ style: STYLE.cell, children: [] }),
  ]);
}

/** The footnotes, made before the text: a reference within a note must not take the text's own. */
function footnotesOf({ footnotes }: Body, context: RunContext): Record<string, { children: Paragraph[] }> {
  const apart: RunContext = { ...context, referred: new Set(footnotes.keys()) };
  return Object.fromEntries(
    [...footnotes].map(([number, paragraphs]) => [
      number,
      {
        children: paragraphs.map(
          (inlines) => new Paragraph({ style: STYLE.footnote, children: runsOf(inlines, apart) }),
        ),
      },
    ]),
  );
}
