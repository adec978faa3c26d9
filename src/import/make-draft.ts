import type { Collection } from '../core/collections.ts';
import { findDocNumbers } from '../core/docnumber.ts';
import { documentSlug } from '../core/document-id.ts';
import { titleSlug } from '../core/title-slug.ts';
import { type Block, makeBlocks, makeFootnotes } from './blocks.ts';
import type { ReadBack } from './check-draft.ts';
import { readClosing } from './closing.ts';
import { disagreements, statusFindings } from './disagreements.ts';
import { type DraftFrontmatter, draftFrontmatter } from './draft.ts';
import { type Elements, elementFindings, readElements } from './elements.ts';
import type { InferredField } from './evidence.ts';
import type { Finding } from './finding.ts';
import { type Header, readHeader } from './header.ts';
import type { KnownAgency } from './infer-issuer.ts';
import { joinParagraphs, type Paragraph } from './join.ts';
import { footnotesIn, type Manuscript, type SourceLine } from './manuscript.ts';
import { writeMdxFile } from './mdx-file.ts';
import { inferMetadata } from './metadata.ts';
import { type Observation, observe } from './observations.ts';
import { keepReadableMarks } from './readable-marks.ts';
import { kindOfTitle } from './title-kinds.ts';
import { writeBody } from './write-body.ts';

/** A file that goes with a document: a picture of its text. */
export interface DraftFile {
  /** Below the content folder. */
  path: string;
  bytes: Uint8Array;
}

/** One document made from a file. */
export interface Draft {
  collection: Collection;
  frontmatter: DraftFrontmatter;
  /** The whole content file: frontmatter and body. */
  text: string;
  files: DraftFile[];
  fields: InferredField[];
  /** Parts of an official document that have no field: 主送机关, 落款 and so on. */
  observations: Observation[];
  findings: Finding[];
  /** Canonical numbers cited in the text, each once, without the document's own. */
  cites: string[];
}

/** A draft with the lines that went into its frontmatter and those that went into its body. */
export interface RawDraft extends Draft {
  header: Header;
  bodyLines: readonly SourceLine[];
  /** Lines of the footnotes, in the order in which the draft has them. */
  footnoteLines: readonly SourceLine[];
}

/** What a draft is made from, besides its lines. */
export interface DraftContext {
  /** Original file name without folders. */
  fileName: string;
  sha256: string;
  collection: Collection;
  agencies: readonly KnownAgency[];
  /** Parses the draft again, so that nothing leaves the importer that the site could not read. */
  readBack: ReadBack;
  /** ISO day on which the web page that holds several documents was published. */
  pagePublished?: string;
}

/** The parts of a manuscript that are not lines. */
export type Surroundings = Pick<Manuscript, 'footnotes' | 'elements' | 'url' | 'catalogue'>;

/** Turns one document's lines into a draft. `isLater` marks a document split off from another's file. */
export function makeDraft(
  lines: readonly SourceLine[],
  context: DraftContext,
  around: Surroundings,
  isLater: boolean,
): RawDraft {
  const elements = { ...readElements(lines), ...(isLater ? {} : around.elements) };
  const header = readHeader(lines, elements.title);
  const collection = collectionOf(header, context.collection, isLater);
  const { bodyLines, ids, findings: moved } = layOut(lines, header, around.footnotes);
  const fields = inferFields({ elements, header, bodyLines, collection }, context);
  const joined = joinParagraphs(bodyLines);
  const labels = new Map(ids.map((id, index) => [id, String(index + 1)]));
  const body = makeBlocks(joined.paragraphs, labels);
  const notes = makeFootnotes(around.footnotes, labels);
  const kept = keepReadableMarks([...body.blocks, ...notes.blocks], context.readBack);
  const findings = [
    ...elementFindings(bodyLines),
    ...disagreements(lines, header, bodyLines, elements),
    ...statusFindings(isLater ? [] : (around.catalogue ?? [])),
    ...joined.findings,
    ...moved,
    ...[body, notes, kept].flatMap((part) => part.findings),
  ];
  const frontmatter = draftFrontmatter(
    fields,
    sourceOf(context, header, isLater ? { ...around, catalogue: [] } : around),
    findings,
  );
  const pictures = picturesOf(kept.blocks, pictureStem(frontmatter, context.sha256));
  const text = writeMdxFile(
    frontmatter,
    writeBody(kept.blocks, (number) => `/${pictures[number - 1]?.path}`),
  );
  const own = fields.find(({ field }) => field === 'docNumber')?.value;
  return {
    ...{ collection, frontmatter, text, fields, findings, header, bodyLines, files: pictures },
    observations: observe(header, bodyLines, readClosing(bodyLines)),
    cites: citedNumbers(joined.paragraphs, own, context.agencies),
    footnoteLines: ids.flatMap((id) => around.footnotes.get(id) ?? []),
  };
}

/** The lines of the body and the footnotes that it refers to. A footnote of the title has no place there: its text ends the body. */
function layOut(
  lines: readonly SourceLine[],
  header: Header,
  footnotes: Manuscript['footnotes'],
): { bodyLines: SourceLine[]; ids: string[]; findings: Finding[] } {
  const isHeader = (line: SourceLine): boolean => line === header.published || header.title.includes(line);
  const bodyLines = lines.filter((line) => !isHeader(line));
  const ids = footnotesIn(bodyLines);
  const orphans = footnotesIn(lines.filter(isHeader)).filter((id) => !ids.includes(id));
  const moved = orphans.flatMap((id) => footnotes.get(id) ?? []);
  const findings = moved.map(({ line }): Finding => {
    return {
      kind: 'attention',
      line,
      message: '标题的脚注放到了正文末尾，请改作编者注（notes）或移到合适的地方',
    };
  });
  return { bodyLines: [...bodyLines, ...moved], ids, findings };
}

function inferFields(
  document: {
    elements: Elements;
    header: Header;
    bodyLines: readonly SourceLine[];
    collection: Collection;
  },
  { fileName, agencies, pagePublished }: DraftContext,
): InferredField[] {
  const { elements, header, bodyLines, collection } = document;
  return inferMetadata({
    ...{ collection, header, elements, agencies, pagePublished },
    body: bodyLines.filter((line) => line !== header.number),
    baseName: fileName.replace(/\.[^.]+$/, ''),
  });
}

function sourceOf(
  { fileName, sha256 }: DraftContext,
  { published }: Header,
  { url, catalogue = [] }: Surroundings,
) {
  return {
    ...{ file: fileName, sha256, catalogue },
    ...(url === undefined ? {} : { url }),
    ...(published === undefined ? {} : { printedLine: published.text }),
  };
}

/** Names pictures after the document, as its address is; one without a number also after its source, as titles recur. */
function pictureStem({ docNumber, title }: DraftFrontmatter, sha256: string): string {
  if (typeof docNumber === 'string') return documentSlug('', docNumber);
  return `${titleSlug(String(title)) || 'picture'}-${sha256.slice(0, 6)}`;
}

function picturesOf(blocks: readonly Block[], stem: string): DraftFile[] {
  const pictures = blocks.filter((block) => block.kind === 'picture');
  return pictures.map(({ bytes, extension }, index) => ({
    path: `files/${stem}-tu${index + 1}.${extension}`,
    bytes,
  }));
}

/** The first document goes where the user said; one split off goes where its own title says. */
function collectionOf(header: Header, asked: Collection, isLater: boolean): Collection {
  const title = header.title.map(({ text }) => text).join('');
  return (isLater ? kindOfTitle(title)?.collection : undefined) ?? asked;
}

function citedNumbers(
  paragraphs: readonly Paragraph[],
  own: string | undefined,
  agencies: readonly KnownAgency[],
): string[] {
  const codes = agencies.map(({ code }) => code);
  const found = paragraphs.flatMap(({ text }) =>
    findDocNumbers(text, codes).map(({ canonical }) => canonical),
  );
  return [...new Set(found)].filter((canonical) => canonical !== own);
}
