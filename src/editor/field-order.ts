import type * as z from 'zod';
import { shapeOf } from '../schema/problems.ts';

/** Names of fields in the order in which documents are written: the schema's, with the kind beside its issuer. */
export function inWrittenOrder(names: readonly string[]): string[] {
  const others = names.filter((name) => name !== 'kind');
  const at = others.indexOf('issuer') + 1;
  return names.includes('kind') ? [...others.slice(0, at), 'kind', ...others.slice(at)] : others;
}

/** A value with its fields, and those of its parts, in the order of its schema; unknown ones come last. */
export function inSchemaOrder(schema: z.ZodType, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => inSchemaOrder(schema, item));
  if (value === null || typeof value !== 'object') return value;
  const shape = shapeOf(schema);
  const given = value as Record<string, unknown>;
  const names = [...Object.keys(shape).filter((name) => Object.hasOwn(given, name)), ...Object.keys(given)];
  return Object.fromEntries(
    [...new Set(names)].map((name) => {
      const field = Object.hasOwn(shape, name) ? shape[name] : undefined;
      return [name, field ? inSchemaOrder(field, given[name]) : given[name]];
    }),
  );
}
