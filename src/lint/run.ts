import { compareText } from '../core/compare-text.ts';
import { asOfDay } from '../core/settle-status.ts';
import { showUnseen } from '../core/unseen-characters.ts';
import { type DocumentStanding, severityIn, standingOf } from '../schema/severity.ts';
import { entriesOf } from './entries.ts';
import { applyExceptions, type ExceptedIssue } from './exceptions.ts';
import type { Issue } from './issue.ts';
import type { Finding, LintContext, LintDocument, Rule } from './rule.ts';

/** What the caller gathers; the rest of the context the runner knows itself. */
export type GatheredContext = Omit<LintContext, 'ruleIds' | 'unusedExceptions'>;

/** What a check comes to. Both lists are sorted by file (byte order), line and rule. */
export interface Verdict {
  issues: Issue[];
  /** Issues that exceptions.yml keeps out of the report. */
  excepted: ExceptedIssue[];
}

/**
 * What the rules on single documents found in a document before, by rule, while neither has changed; rules that found
 * nothing are left out. Undefined when it is not known.
 */
export type KnownFindings = (
  document: LintDocument,
) => Readonly<Record<string, readonly Finding[]>> | undefined;

/**
 * Runs every rule over the context, weighs what they find by the standing of each document, and takes out what is
 * excepted. Rules that need `unusedExceptions` come last. Text taken from the content is made fit to print: control
 * characters and direction marks, with which a hostile file could forge lines of the report, become “�”.
 */
export function runRules(
  gathered: GatheredContext,
  rules: readonly Rule[],
  known: KnownFindings = () => undefined,
): Verdict {
  const context: LintContext = {
    ...gathered,
    ruleIds: rules.map(({ id }) => id),
    unusedExceptions: new Set(),
  };
  const severityOf = weigher(context);
  const ofDocuments = documentFindings(context.documents, known);
  const run = (some: readonly Rule[], over: LintContext): Issue[] =>
    some.flatMap((rule) =>
      findings(rule, over, ofDocuments).map((finding) => {
        const severity = severityOf(finding.file, rule.id, finding.severity ?? rule.severity);
        return printable({ rule: rule.id, ...finding, severity });
      }),
    );
  const isLate = ({ needs }: Rule): boolean => needs.includes('unusedExceptions');
  const early = run(
    rules.filter((rule) => !isLate(rule)),
    context,
  );
  const { issues, excepted, unused } = applyExceptions(early, context);
  const late = run(rules.filter(isLate), { ...context, unusedExceptions: unused });
  return { issues: sorted([...issues, ...late]), excepted: sorted(excepted) };
}

/** What is known of the documents by rule, and those of which it is not known. */
interface DocumentFindings {
  known: ReadonlyMap<string, readonly Finding[]>;
  unknown: readonly LintDocument[];
}

/** Few documents have findings at all: they are gathered once, not asked for by each rule. */
function documentFindings(documents: readonly LintDocument[], knownOf: KnownFindings): DocumentFindings {
  const known = new Map<string, Finding[]>();
  const unknown: LintDocument[] = [];
  for (const document of documents) {
    const byRule = knownOf(document);
    if (!byRule) unknown.push(document);
    for (const [rule, found] of Object.entries(byRule ?? {})) {
      const others = known.get(rule);
      if (others) for (const finding of found) others.push(finding);
      else known.set(rule, [...found]);
    }
  }
  return { known, unknown };
}

function findings(
  rule: Rule,
  context: LintContext,
  { known, unknown }: DocumentFindings,
): readonly Finding[] {
  const { judge } = rule;
  if (!judge) return [...rule.check(context)];
  return [
    ...(known.get(rule.id) ?? []),
    ...unknown.flatMap((document) => [...judge(document)]),
    ...(rule.rest?.(context) ?? []),
  ];
}

/** Tells the severity of an issue by the standing of its document; a file that is no document weighs as the rule says. */
function weigher({ documents, asOf }: LintContext) {
  const { day } = asOfDay(entriesOf(documents), asOf);
  const standings = new Map<string, DocumentStanding>(
    documents.map(({ source, data }) => [source.file, standingOf(data, day)]),
  );
  return (file: string, rule: string, declared: Issue['severity']): Issue['severity'] =>
    severityIn(standings.get(file) ?? 'unverified', rule, declared);
}

function sorted<Found extends Issue>(issues: readonly Found[]): Found[] {
  return [...issues].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      a.line - b.line ||
      compareText(a.rule, b.rule) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compareText(a.found, b.found),
  );
}

function printable(issue: Issue): Issue {
  return { ...issue, found: clean(issue.found), expected: clean(issue.expected), fix: clean(issue.fix) };
}

/** On one line, as reports for programs have it. */
function clean(text: string): string {
  return showUnseen(text).replace(/[\n\t]/g, '\uFFFD');
}
