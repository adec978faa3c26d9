import type * as z from 'zod';
import type { FieldDoc } from './fields.ts';

/** The inner parts of a schema that matter for finding a field in it. */
interface Def {
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  in?: z.ZodType;
  options?: readonly z.ZodType[];
}

/** Steps from the root of a value to a part of it, e.g. `['notes', 0, 'text']`. */
export type FieldPath = readonly (string | number)[];

function defOf(schema: z.ZodType): Def {
  return schema.def as Def;
}

/** Fields of an object schema, or of the entries of an array schema, by name. */
export function shapeOf(schema: z.ZodType): Record<string, z.ZodType> {
  const def = defOf(schema);
  if (def.shape) return def.shape;
  const inner = def.element ?? def.innerType ?? def.in ?? def.options?.find((option) => defOf(option).shape);
  return inner ? shapeOf(inner) : {};
}

/** The fields allowed where a path leads, by name; none when that is no object. */
export function fieldsAt(schema: z.ZodType, path: FieldPath): Record<string, z.ZodType> {
  return path
    .filter((step) => typeof step === 'string')
    .reduce((shape, name) => {
      const field = Object.hasOwn(shape, name) ? shape[name] : undefined;
      return field ? shapeOf(field) : {};
    }, shapeOf(schema));
}

/** A field's Chinese name, where the schema gives it one. */
export function labelOf(field: z.ZodType | undefined): string | undefined {
  const label = field?.meta()?.['label'];
  return typeof label === 'string' ? label : undefined;
}

/** Documentation of the field that a path leads into, and that field's name; the outermost documented field wins. */
export function docAt(schema: z.ZodType, path: FieldPath): (FieldDoc & { name: string }) | undefined {
  const shape = shapeOf(schema);
  const name = path.find((step): step is string => typeof step === 'string' && Object.hasOwn(shape, step));
  const meta = name === undefined ? undefined : shape[name]?.meta();
  if (name === undefined || !meta) return undefined;
  const text = (key: keyof FieldDoc): string => String(meta[key]);
  return {
    name,
    label: text('label'),
    help: text('help'),
    expected: text('expected'),
    example: text('example'),
  };
}
