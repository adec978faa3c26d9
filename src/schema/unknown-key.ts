import type * as z from 'zod';
import { editDistance } from '../core/edit-distance.ts';
import { type FieldPath, fieldsAt, labelOf } from './field-docs.ts';
import { clip, named, where } from './field-words.ts';

type NamedField = [name: string, label: string | undefined];

function namedFields(schema: z.ZodType, parent: FieldPath): NamedField[] {
  return Object.entries(fieldsAt(schema, parent)).map(([name, field]) => [name, labelOf(field)]);
}

/** The field that an unknown key was meant for: typed by its Chinese name, in other case, or with a slip or two. */
function meantField(key: string, fields: readonly NamedField[]): NamedField | undefined {
  return (
    fields.find(([, label]) => label === key.trim()) ??
    fields.find(([name]) => name.toLowerCase() === key.toLowerCase() || isSlip(name, key))
  );
}

/** A key of any length may be typed; only one about as long as the name is worth comparing. */
function isSlip(name: string, key: string): boolean {
  return Math.abs(name.length - key.length) <= 2 && editDistance(name, key) <= 2;
}

/** Name of the field that the last step of a path was meant for, if that can be told. */
export function meantName(path: FieldPath, schema: z.ZodType): string | undefined {
  return meantField(String(path.at(-1)), namedFields(schema, path.slice(0, -1)))?.[0];
}

/** What to say of a key that the schema doesn't know; `path` ends in that key. */
export function unknownKey(path: (string | number)[], schema: z.ZodType) {
  const key = String(path.at(-1));
  const parent = path.slice(0, -1);
  const fields = namedFields(schema, parent);
  const within = parent.length > 0 ? `${where(parent, schema)}里有` : '';
  return { path, found: `${within}不认识的字段 ${clip(key)}`, ...mendKey(key, fields) };
}

function mendKey(key: string, fields: readonly NamedField[]): { expected: string; fix: string } {
  const meant = meantField(key, fields);
  if (meant) {
    const [name, label] = meant;
    const slip = label === key.trim() ? `把“${label}”` : `若是 ${name} 的笔误，`;
    return { expected: named(name, label), fix: `${slip}改为 ${name}` };
  }
  const all = fields.map((field) => named(...field)).join('、');
  return {
    expected: all === '' ? '字段说明页所列的字段' : `这些字段之一：${all}`,
    fix: '删去这一行，或改用正确的字段名（见帮助“字段说明”）',
  };
}
