import type * as z from 'zod';
import type { FieldDoc } from './fields.ts';
import { shapeOf } from './problems.ts';

/** One row of the field reference page. */
export interface FieldRow extends FieldDoc {
  /** The key as typed in the file. */
  name: string;
  required: boolean;
}

/** Rows of the field reference for a schema, required fields first, in the schema's own order. */
export function fieldReference(schema: z.ZodType): FieldRow[] {
  const rows = Object.entries(shapeOf(schema)).map(([name, field]) => {
    // Every field was given its documentation by `documented`, which can't leave a part out; a test holds it.
    const doc = field.meta() as unknown as FieldDoc;
    return { ...doc, name, required: !field.safeParse(undefined).success };
  });
  return [...rows.filter((row) => row.required), ...rows.filter((row) => !row.required)];
}
