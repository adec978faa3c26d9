import type { Root } from 'mdast';
import type { DocumentData } from '../schema/documents.ts';
import type { FieldProblem } from '../schema/problems.ts';
import type { Agency, Exception, PublishedAddress, Topic } from '../schema/registers.ts';
import type { SourceDocument } from '../schema/source.ts';
import type { Issue, Severity } from './issue.ts';
import type { Pointer } from './links.ts';

/** A body as the caller's parser left it: what could be read, and where it could not. Lines count within the body. */
export interface LintBody {
  tree: Root;
  problems: readonly { line: number; column: number; message: string }[];
  /** Its links and images in text order, found beforehand; see `pointersOf`. */
  pointers: readonly Pointer[];
}

/** A number or a title that a document's text cites, just as the site finds it. */
export interface BodyCitation {
  kind: 'number' | 'title';
  /** Canonical number; null for a title cited without one. A short name has that of its definition. */
  canonical: string | null;
  /** Title printed for it, in full for a short name; null for a number cited without one. */
  title: string | null;
  /** As printed. */
  raw: string;
  /** In the body; turned into one of the file by `bodyFinding`. */
  at: { line: number; column?: number };
}

/** A document as the rules see it: read, split, judged by its schema and parsed, but nothing looked up. */
export interface LintDocument {
  source: SourceDocument;
  /** Id that the site would give it, e.g. plans/yunjiaoyanzi-2012-3. */
  id: string;
  /** The fields of the frontmatter that keep the schema; a wrong field doesn't hide what the others say. */
  data: Partial<DocumentData>;
  problems: readonly FieldProblem[];
  /** The tree is made when a rule asks for it: rules over many documents do better with what was found beforehand. */
  body: LintBody;
  /** What its text cites, in the order of the page. */
  citations: readonly BodyCitation[];
}

/** True when the frontmatter has a fault of its own: what it means to say is then not wholly known. */
export function isFaulty({ problems, source }: Pick<LintDocument, 'problems' | 'source'>): boolean {
  return problems.length > 0 || source.syntaxProblems.length > 0;
}

/** agencies.yml, topics.yml, addresses.yml or exceptions.yml. */
export interface LintRegister<T> {
  /** Path below the content folder. */
  file: string;
  entries: readonly T[];
  problems: readonly { line: number; problem: FieldProblem }[];
  /** 1-based line of a value of the file. */
  lineOf(path: readonly (string | number)[]): number;
}

/** All that rules may judge, gathered beforehand by the caller. */
export interface LintContext {
  documents: readonly LintDocument[];
  /** Drafts, which the site that is judged goes without. */
  drafts: readonly Pick<LintDocument, 'id' | 'source'>[];
  /** Path of every page that the site would have if its drafts were published with it. */
  pagesWithDrafts: ReadonlySet<string>;
  /** ISO day chosen for the build, as of which the site tells what is in force; undefined for the library's newest. */
  asOf: string | undefined;
  agencies: LintRegister<Agency>;
  topics: LintRegister<Topic>;
  /** Addresses that were published. */
  addresses: LintRegister<PublishedAddress>;
  /** What is not to be reported. */
  exceptions: LintRegister<Exception>;
  /** Indexes of the exceptions that no issue answered to; known when all other rules have run. */
  unusedExceptions: ReadonlySet<number>;
  /** Ids of all rules of the check. */
  ruleIds: readonly string[];
  /** Files and folders that could not be read, with the reason and the mend in Chinese. */
  unreadable: readonly { file: string; reason: string; fix: string }[];
  /** Files of the content folder that the site takes no notice of. */
  strays: readonly string[];
  /** Files of the inbox that are still to be converted. */
  waiting: readonly string[];
  /** Names of the components that a body may use. None of them takes attributes. */
  components: readonly string[];
  /** Path of every page and data file that the site will have, percent-encoding undone, e.g. /years/2012/. */
  pages: ReadonlySet<string>;
  /** Files of the content's folder `files`, by their paths below the content folder, e.g. files/2012-form.docx. */
  contentFiles: readonly string[];
  /** Those of them that readers can't open, with the reason in Chinese. */
  brokenFiles: ReadonlyMap<string, string>;
  /** Those of them that could act on a reader's computer or deny what they are, with what they hold. */
  dangerousFiles: ReadonlyMap<string, readonly { severity: Severity; found: string; fix: string }[]>;
  /** Files that are served as they are, those of the content among them, by their paths below the site's root. */
  publicFiles: ReadonlySet<string>;
  /** Document id → ids on its page; only of documents into which some link leads and which can be rendered. */
  anchors: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What a rule reports; the runner adds the rule's id and, where the finding has none of its own, its severity. */
export type Finding = Omit<Issue, 'rule' | 'severity'> & Partial<Pick<Issue, 'severity'>>;

/** A rule: what it needs of the context, and a pure judgement of just that. */
export interface Rule {
  /** Kebab-case; names its file, its page content/rules/<id>.mdx and its fixtures tests/rules/<id>/. */
  id: string;
  severity: Severity;
  needs: readonly (keyof LintContext)[];
  check(context: LintContext): Iterable<Finding>;
  /**
   * Present in rules that judge each document by itself: the judgement of one. It depends on nothing but the document's
   * file and text, so that it may be kept until one of them changes;
   * what the text cites depends on others, and is not there to be asked.
   */
  judge?(document: LintDocument): Iterable<Finding>;
  /** Beside `judge`: what the rule judges that is no document. */
  rest?(context: LintContext): Iterable<Finding>;
}

interface RuleDefinition<Need extends keyof LintContext> {
  id: string;
  severity: Severity;
  needs: readonly Need[];
  check(context: Pick<LintContext, Need>): Iterable<Finding>;
}

/** Declares a rule; the compiler holds its judgement to what it says it needs. */
export function defineRule<const Need extends keyof LintContext>(rule: RuleDefinition<Need>): Rule {
  return rule;
}

/** Declares a rule that judges each document by itself. */
export function defineDocumentRule(
  rule: Pick<Rule, 'id' | 'severity'> & { check(document: LintDocument): Iterable<Finding> },
): Rule {
  return {
    id: rule.id,
    severity: rule.severity,
    needs: ['documents'],
    judge: rule.check,
    *check({ documents }) {
      for (const document of documents) yield* rule.check(document);
    },
  };
}

/** Declares a rule that judges each document by itself, and beside them something that is no document. */
export function withRest<const Need extends keyof LintContext>(
  rule: Parameters<typeof defineDocumentRule>[0],
  rest: Pick<RuleDefinition<Need>, 'needs' | 'check'>,
): Rule {
  const onDocuments = defineDocumentRule(rule);
  return {
    ...onDocuments,
    needs: [...onDocuments.needs, ...rest.needs],
    rest: rest.check,
    *check(context) {
      yield* onDocuments.check(context);
      yield* rest.check(context);
    },
  };
}
