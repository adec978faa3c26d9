import type * as z from 'zod';
import { docAt, type FieldPath, fieldsAt } from './field-docs.ts';
import { show, where } from './field-words.ts';
import { meantName, unknownKey } from './unknown-key.ts';

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
  const problems = result.error.issues.flatMap((issue) => describe(issue, [], schema, value));
  const renamed = new Set(result.error.issues.flatMap((issue) => meantPaths(issue, schema)));
  const isAsked = ({ path }: FieldProblem) =>
    valueAt(value, path) !== undefined || !renamed.has(path.join('/'));
  return { ok: false, problems: problems.filter(isAsked) };
}

/** Paths of the fields that unknown keys were meant for: that these are missing is no fault of its own. */
function meantPaths(issue: z.core.$ZodIssue, schema: z.ZodType): string[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const parent = issue.path.filter((step) => typeof step !== 'symbol');
  return issue.keys.flatMap((key) => {
    const name = meantName([...parent, key], schema);
    return name === undefined ? [] : [...parent, name].join('/');
  });
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
  if (value === undefined) return [missing(path, schema)];
  return [{ ...wrongValue(path, value, suggestionOf(issue), schema), ...wordingOf(issue) }];
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

/** What a schema itself says of a value that it refuses for one of several reasons, in place of the field's own words. */
function wordingOf(issue: z.core.$ZodIssue): Partial<Pick<FieldProblem, 'expected' | 'fix'>> {
  if (issue.code !== 'custom') return {};
  const { expected, fix }: Record<string, unknown> = issue.params ?? {};
  return typeof expected === 'string' && typeof fix === 'string' ? { expected, fix } : {};
}

function wrongWhole(value: unknown, schema: z.ZodType): FieldProblem {
  const list = schema.safeParse([]).success;
  return {
    path: [],
    found: `内容是${show(value, '文字')}`,
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
    found: `没有写${where(path, schema)}`,
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
  if (typeof path.at(-1) === 'number' && path.length === 1) return wrongEntry(path, value, schema);
  const doc = docAt(schema, path);
  const empty = value === null || value === '';
  return {
    path: [...path],
    found: empty ? `${where(path, schema)}是空的` : `${where(path, schema)}写的是${show(value)}`,
    expected: doc?.expected ?? '字段说明页所列的值',
    fix: mend(path, value, suggestion, schema),
  };
}

/** An entry of a register that is no set of fields: a number, nothing, a list. */
function wrongEntry(path: FieldPath, value: unknown, schema: z.ZodType): FieldProblem {
  const required = Object.entries(fieldsAt(schema, path)).filter(
    ([, field]) => !field.safeParse(undefined).success,
  );
  const fields = required.flatMap(([name]) => docAt(schema, [name]) ?? []);
  const typed = fields.map(({ name, example }) => `${name}: ${example}`).join(', ');
  return {
    path: [...path],
    found:
      value === null ? `${where(path, schema)}是空的` : `${where(path, schema)}写的是${show(value, '文字')}`,
    expected: `一条，写明${fields.map(({ name, label }) => `${label}（${name}）`).join('、')}`,
    fix: `${value === null ? '删去这一条，或照样式补全' : '照样式改写'}，例如 - { ${typed} }`,
  };
}

function mend(path: FieldPath, value: unknown, suggestion: string | undefined, schema: z.ZodType): string {
  const doc = docAt(schema, path);
  if (suggestion) return `改为 ${suggestion}`;
  if (value === null) {
    const may = fieldsAt(schema, path.slice(0, -1))[String(path.at(-1))]?.safeParse(undefined).success;
    const fill = `填上值${may ? '或删去这一行' : ''}${doc ? `，${sample(doc)}` : ''}`;
    return `${fill}；值若以 # 开头，给它加英文双引号`;
  }
  const quoted = typeof value === 'number' || typeof value === 'boolean';
  if (quoted && doc?.expected.includes('文字'))
    return `值本身若没有错，给它加英文双引号：${path.at(-1)}: "${value}"`;
  return doc ? sample(doc, '照样式改写，') : '照字段说明页改写';
}

function sample(doc: { name: string; example: string }, lead = ''): string {
  return `${lead}例如 ${doc.name}: ${doc.example}`;
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
