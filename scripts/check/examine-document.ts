/**
 * What the check finds out about a document from nothing but its file and text: plain data, so that it can be made in
 * another thread and kept until the text changes.
 */
import type { Root } from 'mdast';
import { pointersIn } from '../../src/lint/links.ts';
import type { BodyCitation, Finding, LintBody, LintDocument } from '../../src/lint/rule.ts';
import { RULES } from '../../src/lint/rules/index.ts';
import { judgeSource, type LoadedDocument, type SourceText } from '../../src/load/content-fs.ts';
import { type CitingBlock, citationsIn, citingBlocks } from '../../src/markdown/citing-blocks.ts';
import { parseAll, type RecoveredBody } from '../../src/markdown/parse-all.ts';
import { DOCUMENT_SCHEMAS } from '../../src/schema/documents.ts';
import { readableFields } from '../../src/schema/readable-fields.ts';
import { parseSource, type SourceDocument } from '../../src/schema/source.ts';

/** A document's source but for what the text itself tells. */
interface SourceFacts extends Pick<SourceDocument, 'frontmatter' | 'bodyLine' | 'syntaxProblems'> {
  /** Where in the text the body begins; it goes on to the end. */
  bodyStart: number;
}

/** What is found in one document alone. */
export interface DocumentFacts extends Omit<LoadedDocument, 'source'> {
  source: SourceFacts;
  body: Pick<LintBody, 'problems' | 'pointers'>;
  /** What the rules on single documents found, by rule; rules that found nothing are left out. */
  findings: Record<string, Finding[]>;
}

/** A document as the rules see it, and what is known of it beforehand. */
export type ExaminedDocument = LoadedDocument & Omit<LintDocument, 'data'> & Pick<DocumentFacts, 'findings'>;

/** Examines documents, and keeps what citations are found in until it is asked for them. */
export class Examiner {
  #blocks = new Map<string, CitingBlock[]>();

  examine({ collection, file, text }: SourceText): DocumentFacts {
    const loaded = judgeSource(parseSource(collection, file, text));
    const { source, id, data, problems } = loaded;
    const parsed = parseAll(source.body);
    this.#blocks.set(file, citingBlocks(parsed.tree));
    const pointers = pointersIn(parsed.tree);
    const document = { ...loaded, body: { ...parsed, pointers } };
    return {
      ...{ id, problems },
      ...(data === undefined ? {} : { data }),
      source: {
        frontmatter: source.frontmatter,
        bodyLine: source.bodyLine,
        syntaxProblems: source.syntaxProblems,
        bodyStart: source.text.length - source.body.length,
      },
      body: { problems: parsed.problems, pointers },
      findings: findingsIn(lintable(document, undefined)),
    };
  }

  /** What a document cites by the given agency codes; its blocks are forgotten. */
  cite({ collection, file, text }: SourceText, codes: readonly string[]): BodyCitation[] {
    const kept = this.#blocks.get(file);
    this.#blocks.delete(file);
    const blocks = kept ?? citingBlocks(parseAll(parseSource(collection, file, text).body).tree);
    return citationsIn(blocks, codes);
  }
}

function findingsIn(document: LintDocument): DocumentFacts['findings'] {
  return Object.fromEntries(
    RULES.flatMap(({ id, judge }): [string, Finding[]][] => {
      const found = judge ? [...judge(document)] : [];
      return found.length > 0 ? [[id, found]] : [];
    }),
  );
}

/** A document for the rules. A field that breaks its schema doesn't hide what the others say. */
export function lintable<Body extends LintBody>(
  document: LoadedDocument & { body: Body },
  citations: readonly BodyCitation[] | undefined,
): LintDocument {
  const { source, data } = document;
  return {
    ...document,
    data: data ?? readableFields(DOCUMENT_SCHEMAS[source.collection], source.frontmatter),
    get citations() {
      if (citations) return citations;
      throw new Error(
        'What a text cites depends on other documents: no rule on single documents may ask for it',
      );
    },
  };
}

/** The body of a document, as its source has it. */
export function bodyOf({ text }: SourceText, { source }: DocumentFacts): string {
  return withoutMark(text).slice(source.bodyStart);
}

/** As `parseSource` takes the mark of byte order off. */
function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

/** The document that facts were found in. Its tree and its lines are read again if a rule asks for them. */
export function examinedDocument(
  { collection, file, text: raw }: SourceText,
  { source: facts, body, id, data, problems, findings }: DocumentFacts,
  citations: readonly BodyCitation[],
): ExaminedDocument {
  const text = withoutMark(raw);
  const source = sourceOf({ collection, file, text }, facts);
  let parsed: RecoveredBody | undefined;
  return {
    ...{ source, id, problems, findings, citations },
    ...(data === undefined ? {} : { data }),
    body: {
      ...body,
      get tree(): Root {
        parsed ??= parseAll(source.body);
        return parsed.tree;
      },
    },
  };
}

function sourceOf(read: SourceText, { bodyStart, ...facts }: SourceFacts): SourceDocument {
  let whole: SourceDocument | undefined;
  return {
    ...read,
    ...facts,
    body: read.text.slice(bodyStart),
    lineOf: (at) => {
      whole ??= parseSource(read.collection, read.file, read.text);
      return whole.lineOf(at);
    },
    rangeOf: (at) => {
      whole ??= parseSource(read.collection, read.file, read.text);
      return whole.rangeOf(at);
    },
  };
}
