import type { ExceptedIssue } from '../exceptions.ts';
import type { Issue, Severity } from '../issue.ts';
import { mending, type Report, sentence } from './report.ts';

/** A rule as SARIF's readers are told of it. */
export interface SarifRule {
  id: string;
  severity: Severity;
  /** In a few words. */
  title: string;
  /** Address of the rule's page. */
  helpUri: string;
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/**
 * The check's result as SARIF 2.1.0, for GitHub's code scanning and editors. `issue.file` must be relative to the root
 * of the repository, which SARIF names %SRCROOT%. What exceptions.yml keeps out of the report is there as suppressed (3.27.23).
 */
export function reportSarif({ issues, excepted }: Report, rules: readonly SarifRule[]): string {
  const ids = rules.map(({ id }) => id);
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: '教研文库内容检查', rules: rules.map(descriptor) } },
        // Columns count what JavaScript and the text report count (3.14.17).
        columnKind: 'utf16CodeUnits',
        results: [
          ...issues.map((issue) => result(issue, ids)),
          ...excepted.map((issue) => ({ ...result(issue, ids), suppressions: [suppression(issue)] })),
        ],
      },
    ],
  };
  return JSON.stringify(log, null, 2);
}

function descriptor({ id, severity, title, helpUri }: SarifRule) {
  return {
    id,
    shortDescription: { text: title },
    helpUri,
    defaultConfiguration: { level: severity },
  };
}

function result(issue: Issue, ids: readonly string[]) {
  const { rule, severity, file, line, column } = issue;
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: severity,
    message: { text: `${sentence(issue)}${mending(issue)}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: relativeUri(file), uriBaseId: '%SRCROOT%' },
          region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) },
        },
      },
    ],
  };
}

function suppression({ reason }: ExceptedIssue) {
  return { kind: 'external', status: 'accepted', justification: reason };
}

/** A path as a relative URI reference (RFC 3986): each step percent-encoded, a colon in the first one too. */
function relativeUri(file: string): string {
  return file.split('/').map(encodeURIComponent).join('/');
}
