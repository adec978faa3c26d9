/**
 * How severe an issue is: what the rule says, changed by the standing of the document that it was found in. The tables
 * of the help page on severity and exceptions are these; nothing else decides.
 */

/** How bad an issue is: an error stops publishing, a warning does not. */
export type Severity = 'error' | 'warning';

/** What a rule is about, as far as severity asks. */
export const RULE_CLASSES = ['safety', 'fact', 'wording', 'typography'] as const;
export type RuleClass = (typeof RULE_CLASSES)[number];

/** What a document is to its readers, as far as severity asks. */
export const STANDINGS = ['in-force', 'unverified', 'old', 'draft'] as const;
export type DocumentStanding = (typeof STANDINGS)[number];

/** Whether the file can be read, whether it could harm the site or a person: nothing softens these, no exception is made. */
const SAFETY: ReadonlySet<string> = new Set([
  'active-file',
  'content-is-data',
  'control-characters',
  'exception-target',
  'exception-unused',
  'file-encoding',
  'file-type',
  'frontmatter-schema',
  'frontmatter-yaml',
  'lost-text',
  'mdx-syntax',
  'personal-data',
  'private-address',
  'register-format',
  'unknown-component',
]);
/** Whether the text came through whole: readers rely on the wording of what is in force. */
const WORDING: ReadonlySet<string> = new Set(['clause-sequence', 'ocr-look-alikes', 'unbalanced-marks']);
/** How it is set, which changes no meaning. */
const TYPOGRAPHY: ReadonlySet<string> = new Set([
  'invisible-characters',
  'loose-space',
  'mixed-widths',
  'not-unified-han',
  'private-characters',
]);

/** What a rule is about; facts are all that is not listed: numbers, dates, links, relations, names of files. */
export function classOf(rule: string): RuleClass {
  if (SAFETY.has(rule)) return 'safety';
  if (WORDING.has(rule)) return 'wording';
  return TYPOGRAPHY.has(rule) ? 'typography' : 'fact';
}

/** What each class of rules weighs in each standing; `declared` is what the rule itself says. */
export const SEVERITIES: Readonly<Record<RuleClass, Record<DocumentStanding, Severity | 'declared'>>> = {
  safety: { 'in-force': 'declared', unverified: 'declared', old: 'declared', draft: 'declared' },
  fact: { 'in-force': 'declared', unverified: 'declared', old: 'declared', draft: 'warning' },
  wording: { 'in-force': 'error', unverified: 'warning', old: 'warning', draft: 'warning' },
  typography: { 'in-force': 'declared', unverified: 'declared', old: 'warning', draft: 'warning' },
};

/** The severity of an issue that `rule` found in a document of that standing; `declared` is the rule's own. */
export function severityIn(standing: DocumentStanding, rule: string, declared: Severity): Severity {
  const weight = SEVERITIES[classOf(rule)][standing];
  return weight === 'declared' ? declared : weight;
}

/** Whether exceptions.yml may silence a rule. */
export function mayBeExcepted(rule: string): boolean {
  return classOf(rule) !== 'safety';
}

/** The fields of a document on which its standing rests; those that could not be read are missing. */
export interface StandingFields {
  status?: { name: string } | undefined;
  completeness?: string | undefined;
  issuedOn?: string | undefined;
  publishedOn?: string | undefined;
  /** A document that is not published yet. */
  draft?: boolean | undefined;
}

const IN_FORCE: readonly string[] = ['现行有效', '已修改', '部分失效', '尚未生效'];
const DEAD: readonly string[] = ['废止', '失效'];
/** So many years after its issue a text is of the past: nobody sets it again, and its print was what it was. */
export const YEARS_TO_OLD = 10;

/**
 * What a document is: a draft before all else, then old when it is dead, not held in full, or was issued (if that isn't
 * known, published) ten years or more before `day`, an ISO day; else in force or unverified as its status says.
 */
export function standingOf(fields: StandingFields, day: string): DocumentStanding {
  const { status, completeness = '全文', issuedOn, publishedOn, draft } = fields;
  if (draft === true) return 'draft';
  const name = status?.name ?? '未核实';
  if (DEAD.includes(name) || completeness !== '全文' || isLongAgo(issuedOn ?? publishedOn, day)) return 'old';
  return IN_FORCE.includes(name) ? 'in-force' : 'unverified';
}

function isLongAgo(issued: string | undefined, day: string): boolean {
  if (issued === undefined || day === '') return false;
  const turnsOld = `${Number(issued.slice(0, 4)) + YEARS_TO_OLD}${issued.slice(4)}`;
  return turnsOld <= day;
}
