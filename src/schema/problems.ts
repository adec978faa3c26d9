import type * as z from 'zod';
import { docAt, type FieldPath, fieldNames } from './field-docs.ts';

export { shapeOf } from './field-docs.ts';

/** One thing wrong with a value, in words an editor understands; the caller adds the file and the line. */
export interface FieldProblem {
  /** Path to the value, e.g. `['notes', 0, 'text']`; empty for the whole. */
  path: (string | number)[];
  found: string;
  expected: string;
  fix: string;
}

/** Result of judging a value by a schema: the typed data, or every problem at once. */
export type Judged<T> = { ok: true; data: T } | { ok: false; problems: FieldProblem[] };

/** Judges a value by a schema and words every problem in Chinese: what was found, what was expected, how to mend it. */
export function judge<T extends z.ZodType>(schema: T, value: unknown): Judged<z.infer<T>> {
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, data: result.data };
  return { ok: false, problems: result.error.issues.flatMap((issue) => describe(issue, [], schema, value)) };
}

/** `base` is where the issue's own path starts: issues of a union's branches count their paths from the union. */
function describe(
  issue: z.core.$ZodIssue,
  base: FieldPath,
  schema: z.ZodType,
  root: unknown,
): FieldProblem[] {
  const own = issue.path.filter((step): step is string | number => typeof step !== 'symbol');
  const path = [...base, ...own];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey([...path, key], schema));
  const branch = issue.code === 'invalid_union' ? meantBranch(issue.errors) : undefined;
  if (branch) return branch.flatMap((inner) => describe(inner, path, schema, root));
  const value = valueAt(root, path);
  if (path.length === 0) return [wrongWhole(value, schema)];
  return [value === undefined ? missing(path, schema) : wrongValue(path, value, suggestionOf(issue), schema)];
}

/** The branch of a union that was meant: one that accepts the value's own type and finds fault further in, or offers a mend. */
function meantBranch(branches: readonly z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined {
  return branches.find((issues) =>
    issues.every(
      (issue) => issue.path.length > 0 || issue.code === 'unrecognized_keys' || suggestionOf(issue),
    ),
  );
}

function suggestionOf(issue: z.core.$ZodIssue): string | undefined {
  const suggestion: unknown = issue.code === 'custom' ? issue.params?.['suggestion'] : undefined;
  return typeof suggestion === 'string' ? suggestion : undefined;
}

function wrongWhole(value: unknown, schema: z.ZodType): FieldProblem {
  const list = schema.safeParse([]).success;
  return {
    path: [],
    found: `内容是${kindName(value)} ${show(value)}`,
    expected: list ? '条目的列表，每条以“- ”开头' : '逐行写的“字段: 值”',
    fix: list
      ? '照本文件说明的样式，每条以“- ”开头，其下逐行写“字段: 值”'
      : '每行写作“字段: 值”，冒号用半角，后面空一格，例如 title: 云岭区教研室2012年度工作计划',
  };
}

function missing(path: FieldPath, schema: z.ZodType): FieldProblem {
  const doc = docAt(schema, path);
  const whole = doc && path.at(-1) === doc.name;
  return {
    path: [...path],
    found: `没有 ${where(path)}${doc ? `（${doc.label}）` : ''}`,
    expected: doc?.expected ?? '必填的值',
    fix:
      whole || !doc
        ? `补上一行 ${path.at(-1)}: ${doc?.example ?? '……'}`
        : `补上 ${path.at(-1)}，${sample(doc)}`,
  };
}

function wrongValue(
  path: FieldPath,
  value: unknown,
  suggestion: string | undefined,
  schema: z.ZodType,
): FieldProblem {
  const doc = docAt(schema, path);
  const empty = value === null || value === '';
  return {
    path: [...path],
    found: empty ? `${where(path)} 是空的` : `${where(path)} 的值是${kindName(value)} ${show(value)}`,
    expected: doc?.expected ?? '字段说明页所列的值',
    fix: mend(path, value, suggestion, doc),
  };
}

function mend(
  path: FieldPath,
  value: unknown,
  suggestion: string | undefined,
  doc: ReturnType<typeof docAt>,
): string {
  if (suggestion) return `改为 ${suggestion}`;
  if (value === null) {
    const quote = '值若以 # 开头，给它加英文双引号';
    return doc ? `填上值或删去这一行，${sample(doc)}；${quote}` : `填上值或删去这一行；${quote}`;
  }
  const quoted = typeof value === 'number' || typeof value === 'boolean';
  if (quoted && doc?.expected.includes('文字'))
    return `值本身若没有错，给它加英文双引号：${path.at(-1)}: "${value}"`;
  return doc ? sample(doc, '照样式改写，') : '照字段说明页改写';
}

function sample(doc: { name: string; example: string }, lead = ''): string {
  return `${lead}例如 ${doc.name}: ${doc.example}`;
}

function unknownKey(path: (string | number)[], schema: z.ZodType): FieldProblem {
  const key = String(path.at(-1));
  const known = fieldNames(schema, path.slice(0, -1));
  const near = known.find((name) => name.toLowerCase() === key.toLowerCase() || distance(name, key) <= 2);
  return {
    path,
    found: `不认识的字段 ${where(path)}`,
    expected: known.length > 0 ? `只用这些字段：${known.join('、')}` : '字段说明页所列的字段',
    fix: near ? `若是 ${near} 的笔误，改为 ${near}` : '删去这一行，或改用正确的字段名（见帮助“字段说明”）',
  };
}

/** A path as an editor reads it: `notes 第1项的 text`. */
function where(path: FieldPath): string {
  const words = path.map((step) => (typeof step === 'number' ? `第${step + 1}项` : clip(step)));
  return words
    .join(' 的 ')
    .replace(/ 的 (第\d+项)/g, ' $1')
    .replaceAll('项 的 ', '项的 ');
}

function valueAt(root: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      value !== null && typeof value === 'object' && Object.hasOwn(value, step)
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    root,
  );
}

function kindName(value: unknown): string {
  if (Array.isArray(value)) return '列表';
  if (value === null) return '空值';
  return (
    { string: '文字', number: '数字', boolean: '是非值', object: '一组字段' }[typeof value as string] ?? ''
  );
}

function show(value: unknown): string {
  return typeof value === 'string' ? `“${clip(value)}”` : clip(JSON.stringify(value) ?? '');
}

/** A wrong value may be a whole pasted text: its beginning is enough to recognise it by. */
function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}……` : text;
}

/** Levenshtein distance, for suggesting the field that was probably meant. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, char] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (char === b[j - 1] ? 0 : 1),
      );
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
