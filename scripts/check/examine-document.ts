/**
 * What the check and the build find out about a document from its file and text: plain data, so that it can be made in
 * another thread and kept until the text changes. A document is split first, since what others cite it by, and how its
 * own citations are found, depends on the frontmatter of all; then its body is read once, for the rules and the page.
 */
import type { Root } from 'mdast';
import type { LinkTable } from '../../src/core/references.ts';
import { certainSights } from '../../src/core/seen-codes.ts';
import { pointersIn } from '../../src/lint/links.ts';
import type { BodyCitation, Finding, LintBody, LintDocument } from '../../src/lint/rule.ts';
import { RULES } from '../../src/lint/rules/index.ts';
import { judgeSource, type LoadedDocument, type SourceText } from '../../src/load/content-fs.ts';
import type { RenderOrder } from '../../src/load/render-setting.ts';
import { citationsIn, citingBlocks } from '../../src/markdown/citing-blocks.ts';
import { parseBody } from '../../src/markdown/parse.ts';
import { parseAll, type RecoveredBody } from '../../src/markdown/parse-all.ts';
import { type RenderedBody, renderCiting } from '../../src/markdown/render.ts';
import type { SyntaxProblem } from '../../src/markdown/syntax-problem.ts';
import { DOCUMENT_SCHEMAS } from '../../src/schema/documents.ts';
import { readableFields } from '../../src/schema/readable-fields.ts';
import { parseSource, type SourceDocument } from '../../src/schema/source.ts';

/** A document's source but for what the text itself tells. */
interface SourceFacts extends Pick<SourceDocument, 'frontmatter' | 'bodyLine' | 'syntaxProblems'> {
  /** Where in the text the body begins; it goes on to the end. */
  bodyStart: number;
}

/** A document split into frontmatter and body, the frontmatter judged. */
export interface SplitFacts extends Omit<LoadedDocument, 'source'> {
  source: SourceFacts;
  /** What its body shows of agency codes, see `certainSights`. */
  sights: readonly string[];
}

/** What is found in the body of one document alone. */
export interface BodyFacts {
  body: Pick<LintBody, 'problems' | 'pointers'>;
  /** What the rules on single documents found, by rule; rules that found nothing are left out. */
  findings: Record<string, Finding[]>;
}

/** A document as the rules see it, and what is known of it beforehand. */
export type ExaminedDocument = LoadedDocument & Omit<LintDocument, 'data'> & Pick<BodyFacts, 'findings'>;

/** What is wanted of a document's body; what is left out is known already. */
export interface BodyQuestion {
  text: SourceText;
  facts: boolean;
  /** Agency codes to find by what it cites. */
  cite?: readonly string[] | undefined;
  render?: RenderOrder | undefined;
}

/** What was wanted of it. */
export interface BodyAnswer {
  facts?: BodyFacts;
  citations?: BodyCitation[];
  /** The page's HTML in UTF-8 with what was found in it, or why the body can't be rendered. */
  rendered?: (Omit<RenderedBody, 'html'> & { html: Uint8Array }) | SyntaxProblem;
}

/** Examines documents: splits them all, then reads the bodies of those whose bodies are asked for. */
export class Examiner {
  /** Where the links of rendered documents lead. */
  links: LinkTable | undefined;
  /** Without the trees of the frontmatter, which are larger than the documents: few are asked for a line of it. */
  #split = new Map<string, SplitFacts>();

  split(text: SourceText): SplitFacts {
    const facts = splitText(text);
    this.#split.set(text.file, facts);
    return facts;
  }

  read({ text, facts, cite, render }: BodyQuestion): BodyAnswer {
    const loaded = splitDocument(text, this.#split.get(text.file) ?? splitText(text));
    this.#split.delete(text.file);
    const { body } = loaded.source;
    // The parser that goes on after a fault reads other line ends as plain ones.
    const apart = render && body.includes('\r');
    const parsed = facts || cite || !apart ? parseAll(body) : undefined;
    const answer: BodyAnswer = {};
    if (facts && parsed) answer.facts = factsOf(loaded, parsed);
    const tree = parsed && parsed.problems.length === 0 && !apart ? parsed.tree : undefined;
    const shared = render && cite && tree && isSame(cite, render.codes);
    if (cite && parsed && !shared) answer.citations = citationsIn(citingBlocks(parsed.tree), cite);
    if (!render) return answer;
    const { rendered, citations } = this.#render(body, tree, render);
    return shared ? { ...answer, rendered, citations } : { ...answer, rendered };
  }

  #render(body: string, ready: Root | undefined, { codes, citing, images }: RenderOrder) {
    if (!this.links) throw new Error('A document is rendered by the links between all');
    const parsed = ready ? ({ ok: true, tree: ready } as const) : parseBody(body);
    if (!parsed.ok) return { rendered: parsed.problem, citations: [] };
    const sizes = new Map(images);
    const sizeOf = (address: string) => sizes.get(address);
    const { rendered, citations } = renderCiting(parsed.tree, { links: this.links, codes, citing, sizeOf });
    return { rendered: { ...rendered, html: new TextEncoder().encode(rendered.html) }, citations };
  }
}

function splitText({ collection, file, text }: SourceText): SplitFacts {
  const { id, data, problems, source } = judgeSource(parseSource(collection, file, text));
  return {
    ...{ id, problems, sights: certainSights(source.body) },
    ...(data === undefined ? {} : { data }),
    source: {
      frontmatter: source.frontmatter,
      bodyLine: source.bodyLine,
      syntaxProblems: source.syntaxProblems,
      bodyStart: source.text.length - source.body.length,
    },
  };
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((each, index) => each === others[index]);
}

function factsOf(loaded: LoadedDocument, parsed: RecoveredBody): BodyFacts {
  const pointers = pointersIn(parsed.tree);
  return {
    body: { problems: parsed.problems, pointers },
    findings: findingsIn(lintable({ ...loaded, body: { ...parsed, pointers } }, undefined)),
  };
}

function findingsIn(document: LintDocument): BodyFacts['findings'] {
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

/** As `parseSource` takes the mark of byte order off. */
function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

/** The document that was split. Its lines are read again if someone asks for them. */
export function splitDocument(
  { collection, file, text: raw }: SourceText,
  { source: facts, id, data, problems }: SplitFacts,
): LoadedDocument {
  const source = sourceOf({ collection, file, text: withoutMark(raw) }, facts);
  return { ...{ source, id, problems }, ...(data === undefined ? {} : { data }) };
}

/** The document that facts were found in. Its tree is read again if a rule asks for it. */
export function examinedDocument(
  document: LoadedDocument,
  { body, findings }: BodyFacts,
  citations: readonly BodyCitation[],
): ExaminedDocument {
  const { source } = document;
  let parsed: RecoveredBody | undefined;
  return {
    ...document,
    ...{ findings, citations },
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
