import { stringify } from 'yaml';
import type { Collection } from '../core/collections.ts';
import type { RelationKind } from '../core/relations.ts';
import { DOCUMENT_SCHEMAS } from '../schema/documents.ts';
import { type FieldRow, fieldReference } from '../schema/reference.ts';

/** Values to begin a new document with; what is left out is left for the editor to fill in. */
export interface SkeletonValues {
  title?: string;
  /** Canonical. */
  docNumber?: string;
  issuer?: string;
  /** Canonical. */
  period?: string;
  kind?: string;
  topics?: readonly string[];
  relations?: Partial<Record<RelationKind, readonly string[]>>;
}

const USUAL_KIND: Record<Collection, string> = { plans: '工作计划', summaries: '工作总结', policies: '通知' };

const BODIES: Record<Collection, string> = {
  plans: '## 一、指导思想\n\n## 二、工作目标\n\n## 三、主要措施\n\n## 四、保障措施\n',
  summaries: '## 一、主要工作\n\n## 二、成绩与经验\n\n## 三、问题与不足\n\n## 四、下一步打算\n',
  policies: '## 一、总体要求\n\n## 二、主要任务\n\n## 三、工作要求\n',
};

/** Fields that a new document always shows, filled in or waiting; the others wait as comments. */
const SHOWN = [
  'draft',
  'title',
  'docNumber',
  'printedAs',
  'issuer',
  'kind',
  'period',
  'topics',
  'status',
  'completeness',
];

/** What a new document has besides its fields. */
export interface SkeletonText {
  /** The text; left out for the usual outline. */
  body?: string;
  /** Lines for the editor at the top of the frontmatter, as comments. */
  remarks?: readonly string[];
}

/**
 * A content file for a new document: every field of its collection with the guidance of the schema as comments, and
 * an outline or the text given. A draft, for nothing of it is ready; passes the schema as soon as `title` and `issuer` have
 * values.
 */
export function writeSkeleton(
  collection: Collection,
  values: SkeletonValues,
  { body = BODIES[collection], remarks = [] }: SkeletonText = {},
): string {
  const given: Record<string, unknown> = {
    ...{ draft: true, kind: USUAL_KIND[collection], topics: [], status: '未核实', completeness: '全文' },
    ...values,
  };
  const rows = fieldReference(DOCUMENT_SCHEMAS[collection]);
  const lines = rows
    .toSorted((a, b) => rank(a.name) - rank(b.name))
    .flatMap((row) => [
      `# ${row.label}${row.required ? '（必填）' : ''}：${row.help}`,
      writeField(row, given),
    ]);
  const comments = remarks.map((remark) => `# ${remark}`);
  return `---\n${[...comments, ...lines].join('\n')}\n---\n\n${body}`;
}

function rank(name: string): number {
  const at = SHOWN.indexOf(name);
  return at < 0 ? SHOWN.length : at;
}

/** A filled field as YAML; a required one without a value stays empty, an optional one waits behind a comment mark. */
function writeField({ name, required, example }: FieldRow, given: Record<string, unknown>): string {
  const value = given[name];
  if (value !== undefined) return stringify({ [name]: value }, { lineWidth: 0 }).trimEnd();
  return required ? `${name}:` : `# ${name}: ${example}`;
}
