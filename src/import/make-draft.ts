import type { Collection } from '../core/collections.ts';
import { findDocNumbers } from '../core/docnumber.ts';
import { makeBlocks } from './blocks.ts';
import { type DraftFrontmatter, draftFrontmatter } from './draft.ts';
import { elementFindings, readElements } from './elements.ts';
import type { InferredField } from './evidence.ts';
import type { Finding } from './finding.ts';
import { type Header, readHeader } from './header.ts';
import type { KnownAgency } from './infer-issuer.ts';
import { joinParagraphs, type Paragraph } from './join.ts';
import type { SourceLine } from './lines.ts';
import { writeBody, writeMdxFile } from './mdx-file.ts';
import { inferMetadata } from './metadata.ts';
import { kindOfTitle } from './title-kinds.ts';

/** One document made from a file. */
export interface Draft {
  collection: Collection;
  frontmatter: DraftFrontmatter;
  /** The whole content file: frontmatter and body. */
  text: string;
  fields: InferredField[];
  findings: Finding[];
  /** Canonical numbers cited in the text, each once, without the document's own. */
  cites: string[];
}

/** A draft with the lines that went into its frontmatter and those that went into its body. */
export interface RawDraft extends Draft {
  header: Header;
  bodyLines: readonly SourceLine[];
}

/** What a draft is made from, besides its lines. */
export interface DraftContext {
  /** Original file name without folders. */
  fileName: string;
  sha256: string;
  collection: Collection;
  agencies: readonly KnownAgency[];
  /** ISO day on which the web page that holds several documents was published. */
  pagePublished?: string;
}

/** Turns one document's lines into a draft. `isLater` marks a document split off from another's file. */
export function makeDraft(lines: readonly SourceLine[], context: DraftContext, isLater: boolean): RawDraft {
  const header = readHeader(lines);
  const { fileName, sha256, agencies, pagePublished } = context;
  const bodyLines = lines.filter((line) => line !== header.published && !header.title.includes(line));
  const joined = joinParagraphs(bodyLines);
  const { blocks, findings } = makeBlocks(joined.paragraphs);
  const collection = collectionOf(header, context.collection, isLater);
  const fields = inferMetadata({
    collection,
    header,
    elements: readElements(lines),
    body: bodyLines.filter((line) => line !== header.number),
    baseName: fileName.replace(/\.[^.]+$/, ''),
    agencies,
    pagePublished,
  });
  const all = [...elementFindings(bodyLines), ...joined.findings, ...findings];
  const printedLine = header.published?.text;
  const source = { file: fileName, sha256, ...(printedLine === undefined ? {} : { printedLine }) };
  const frontmatter = draftFrontmatter(fields, source, all);
  const own = fields.find(({ field }) => field === 'docNumber')?.value;
  const text = writeMdxFile(frontmatter, writeBody(blocks));
  const cites = citedNumbers(joined.paragraphs, own, agencies);
  return { collection, frontmatter, text, fields, findings: all, cites, header, bodyLines };
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
