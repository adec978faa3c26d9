import type * as z from 'zod';
import { shapeOf } from './problems.ts';

/**
 * The fields of a value that keep the schema, each judged by itself: what can still be checked of a document when
 * another field of it is wrong. Defaults are filled in.
 */
export function readableFields<T extends z.ZodType>(schema: T, value: unknown): Partial<z.infer<T>> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return {};
  const given = value as Record<string, unknown>;
  const fields = Object.entries(shapeOf(schema)).flatMap(([name, field]) => {
    const result = field.safeParse(given[name]);
    return result.success && result.data !== undefined ? [[name, result.data] as const] : [];
  });
  return Object.fromEntries(fields) as Partial<z.infer<T>>;
}
