import type * as z from 'zod';
import { type FieldPath, fieldsAt, labelOf, shapeOf } from '../schema/field-docs.ts';
import type { SideField } from './side.ts';

/** The fields of a value in words, in the order of the schema; fields that it doesn't know come last, by their names. */
export function fieldsOf(schema: z.ZodType, value: unknown): SideField[] {
  if (!isRecord(value)) return [];
  const shape = shapeOf(schema);
  const known = Object.keys(shape).filter((name) => Object.hasOwn(value, name));
  const others = Object.keys(value)
    .filter((name) => !Object.hasOwn(shape, name))
    .sort();
  return [...known, ...others].map((name) => ({
    name,
    label: (Object.hasOwn(shape, name) ? labelOf(shape[name]) : undefined) ?? name,
    value: inWords(value[name], schema, [name]),
  }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function inWords(value: unknown, schema: z.ZodType, path: FieldPath): string {
  if (value === null || value === undefined) return '（空）';
  if (Array.isArray(value)) {
    const items = value.map((item: unknown, index) => inWords(item, schema, [...path, index]));
    return items.length === 0 ? '（空）' : items.join(value.some(isRecord) ? '；' : '、');
  }
  if (!isRecord(value)) return value === true ? '是' : value === false ? '否' : String(value);
  const shape = fieldsAt(schema, path);
  return Object.entries(value)
    .map(([name, part]) => {
      const label = (Object.hasOwn(shape, name) ? labelOf(shape[name]) : undefined) ?? name;
      return `${label} ${inWords(part, schema, [...path, name])}`;
    })
    .join('，');
}
