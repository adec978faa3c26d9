import { describe, expect, test } from 'vitest';
import { DOCUMENT_SCHEMAS } from '../../../src/schema/documents.ts';
import { shapeOf } from '../../../src/schema/field-docs.ts';
import { fieldReference } from '../../../src/schema/reference.ts';
import { agenciesSchema, topicsSchema } from '../../../src/schema/registers.ts';
import { readYaml } from '../../../src/schema/source.ts';

const SCHEMAS = { ...DOCUMENT_SCHEMAS, agencies: agenciesSchema, topics: topicsSchema };

describe.each(Object.entries(SCHEMAS))('field reference of %s', (_name, schema) => {
  const rows = fieldReference(schema);

  test('covers every field, the required ones first', () => {
    expect(rows.map((row) => row.name).sort()).toEqual(Object.keys(shapeOf(schema)).sort());
    const firstOptional = rows.findIndex((row) => !row.required);
    expect(rows.slice(Math.max(firstOptional, 0)).some((row) => row.required && firstOptional >= 0)).toBe(
      false,
    );
  });

  test.each(rows)('$name is documented, and its example is accepted as it would be typed', (row) => {
    for (const text of [row.label, row.help, row.expected]) expect(text).toMatch(/\p{Script=Han}/u);
    const typed = readYaml(`${row.name}: ${row.example}`, 0);
    expect(typed.syntaxProblems).toEqual([]);
    const value = (typed.frontmatter as Record<string, unknown>)[row.name];
    expect(shapeOf(schema)[row.name]?.safeParse(value)).toMatchObject({ success: true });
  });
});
