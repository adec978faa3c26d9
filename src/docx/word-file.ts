import type { BodyBlock } from './body-model.ts';
import { colophonParagraphs } from './colophon.ts';
import { contentTypesXml } from './content-types.ts';
import { coreProperties } from './core-properties.ts';
import { FIXED_PARTS, FIXED_RELATIONS, type Part } from './fixed-parts.ts';
import { footnotesXml } from './footnotes.ts';
import { headParagraphs } from './head.ts';
import { numberingOf } from './lists.ts';
import { DECLARED } from './namespaces.ts';
import { SECTION } from './page.ts';
import { paragraph } from './paragraph-xml.ts';
import { type Beside, bodyParagraph, headingParagraph, ruleParagraph } from './paragraphs.ts';
import { type DrawnPictures, pictureRelations } from './pictures.ts';
import { readBody } from './read-body.ts';
import { type Relation, relationsXml } from './relations.ts';
import type { RunContext } from './runs.ts';
import { STYLE } from './style-ids.ts';
import { narrowTables, tableOf } from './tables.ts';
import type { WordSource } from './word-source.ts';
import { DECLARATION } from './xml.ts';

/** The media type of a .docx file. */
export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * The parts of a document's Word file (.docx) that are its own, beside `FIXED_PARTS`; the first tells what all of them
 * are. The layout is that of GB/T 9704-2012. The text is the page's, character for character; what the site adds
 * stands at the end under a heading of its own. The same source gives the same parts.
 */
export function wordParts(source: WordSource): Part[] {
  const body = readBody(source.html, source.clauses);
  const numbering = numberingOf(body.blocks);
  const media: DrawnPictures['media'] = new Map();
  const pictures = (): DrawnPictures => ({ held: source.pictures, media, shown: new Set(), drawn: 0 });
  const own: RunContext = { pictures: pictures(), referred: new Set(), numbering: numbering.ids };
  // A reference within a note must not take the text's own: there they are all numbers.
  const ofNotes: RunContext = { ...own, pictures: pictures(), referred: new Set(body.footnotes.keys()) };
  const footnotes = footnotesXml(body.footnotes, ofNotes);
  const content = headParagraphs(source) + blocksXml(body.blocks, own) + colophonParagraphs(source, body);
  const inNotes = pictureRelations(ofNotes.pictures);
  const parts = [
    ...part('docProps/core.xml', coreProperties(source)),
    ...part('word/document.xml', documentXml(content)),
    ...part('word/numbering.xml', numbering.xml),
    ...part('word/footnotes.xml', footnotes),
    ...part(
      'word/_rels/document.xml.rels',
      relationsXml([
        ...FIXED_RELATIONS,
        ...relation('numbering', numbering.xml),
        ...relation('footnotes', footnotes),
        ...pictureRelations(own.pictures),
      ]),
    ),
    ...part('word/_rels/footnotes.xml.rels', inNotes.length > 0 ? relationsXml(inNotes) : undefined),
    ...[...media].map(([name, { data }]) => ({ path: `word/media/${name}`, data })),
  ];
  const paths = [...FIXED_PARTS, ...parts].map(({ path }) => path);
  return [...part('[Content_Types].xml', contentTypesXml(paths)), ...parts];
}

function part(path: string, data: string | undefined): Part[] {
  return data === undefined ? [] : [{ path, data }];
}

function relation(name: string, data: string | undefined): Relation[] {
  return data === undefined ? [] : [{ id: name, kind: name, target: `${name}.xml` }];
}

function documentXml(content: string): string {
  return `${DECLARATION}<w:document${DECLARED}><w:body>${content}${SECTION}</w:body></w:document>`;
}

function blocksXml(blocks: readonly BodyBlock[], context: RunContext): string {
  return blocks
    .map((block, index) => blockXml(block, { before: blocks[index - 1], after: blocks[index + 1] }, context))
    .join('');
}

function blockXml(block: BodyBlock, beside: Beside, context: RunContext): string {
  if (block.kind === 'heading') return headingParagraph(block, context);
  if (block.kind === 'paragraph') return bodyParagraph(block, beside, context);
  if (block.kind === 'rule') return ruleParagraph();
  // Word joins tables that touch: a line of text stands after each.
  return narrowTables(block.rows)
    .map((rows) => tableOf(rows, context) + paragraph(STYLE.cell, {}))
    .join('');
}
