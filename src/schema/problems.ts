import type * as z from 'zod';

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
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return { ok: true, data: result.data };
  return { ok: false, problems: result.error.issues.flatMap((issue) => describe(issue, schema, value)) };
}

function describe(issue: z.core.$ZodIssue, schema: z.ZodType, root: unknown): FieldProblem[] {
  const path = issue.path.filter((step): step is string | number => typeof step !== 'symbol');
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey([...path, key], schema));
  const value = valueAt(root, path);
  const doc = docAt(schema, path);
  const name = path.length > 0 ? String(path[0]) : '内容';
  if (value === undefined) {
    return [
      {
        path,
        found: `没有 ${path.join('.') || name}${doc ? `（${doc.label}）` : ''}`,
        expected: doc?.expected ?? '必填的值',
        fix: `补上一行 ${path.at(-1) ?? name}: ${doc?.example ?? '……'}`,
      },
    ];
  }
  const suggestion = issue.code === 'custom' ? issue.params?.['suggestion'] : undefined;
  const fix =
    typeof suggestion === 'string'
      ? `改为 ${suggestion}`
      : `照样式改写，例如 ${name}: ${doc?.example ?? '……'}`;
  return [
    { path, found: `${path.join('.')} 的值是 ${show(value)}`, expected: doc?.expected ?? issue.message, fix },
  ];
}

function unknownKey(path: (string | number)[], schema: z.ZodType): FieldProblem {
  const key = String(path.at(-1));
  const known = keysOf(path.length === 1 ? schema : undefined);
  const near = known.find((name) => name.toLowerCase() === key.toLowerCase() || distance(name, key) <= 2);
  return {
    path,
    found: `不认识的字段 ${path.join('.')}`,
    expected: known.length > 0 ? `只用这些字段：${known.join('、')}` : '字段说明页所列的字段',
    fix: near ? `若是 ${near} 的笔误，改为 ${near}` : '删去这一行，或改用正确的字段名（见帮助“字段说明”）',
  };
}

function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      value !== null && typeof value === 'object' ? (value as Record<string | number, unknown>)[step] : undefined,
    root,
  );
}

/** Documentation of the field a path leads into: the nearest field with a label wins. */
function docAt(schema: z.ZodType, path: readonly (string | number)[]) {
  const shape = shapeOf(schema);
  const name = path.find((step) => typeof step === 'string' && shape[step]);
  const meta = name === undefined ? undefined : shape[String(name)]?.meta();
  if (!meta) return undefined;
  return { label: String(meta['label']), expected: String(meta['expected']), example: String(meta['example']) };
}

/** Fields of an object schema, or of the entries of an array schema, by name. */
export function shapeOf(schema: z.ZodType): Record<string, z.ZodType> {
  const def = schema.def as { shape?: Record<string, z.ZodType>; element?: z.ZodType; innerType?: z.ZodType; in?: z.ZodType };
  if (def.shape) return def.shape;
  const inner = def.element ?? def.innerType ?? def.in;
  return inner ? shapeOf(inner) : {};
}

function keysOf(schema: z.ZodType | undefined): string[] {
  return schema ? Object.keys(shapeOf(schema)) : [];
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}……` : text;
}

/** Levenshtein distance, for suggesting the field that was probably meant. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, char] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (char === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
