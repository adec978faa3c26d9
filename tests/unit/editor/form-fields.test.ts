import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { COLLECTIONS } from '../../../src/core/collections.ts';
import { type FormField, formFields, UnknownShape } from '../../../src/editor/form-fields.ts';
import { documentFields, REGISTERS } from '../../../src/editor/forms.ts';
import { DOCUMENT_SCHEMAS } from '../../../src/schema/documents.ts';
import { fieldReference } from '../../../src/schema/reference.ts';

const CHOICES = { topics: ['课程改革', '教师培训'], issuers: ['云岭区教研室'] };
const named = (fields: readonly FormField[], name: string): FormField => {
  const field = fields.find((candidate) => candidate.name === name);
  if (!field) throw new Error(`no field ${name}`);
  return field;
};
const part = (fields: readonly FormField[], name: string, inner: string): FormField =>
  named(named(fields, name).fields ?? [], inner);

const values = (field: FormField): string[] => (field.options ?? []).map(({ value }) => value);

describe.each(COLLECTIONS)('the form of %s', (collection) => {
  const fields = documentFields(collection, CHOICES);
  const rows = fieldReference(DOCUMENT_SCHEMAS[collection]);

  it('has a widget for every field of the schema, and the text', () => {
    expect(fields.map(({ name }) => name).sort()).toEqual([...rows.map(({ name }) => name), 'body'].sort());
    for (const field of fields) expect(field.widget, field.name).toMatch(/^[a-z]+$/);
  });

  it('names each as the site does, asks for what the schema asks for, and says what to put there', () => {
    for (const { name, label, required } of rows) {
      expect(named(fields, name), name).toMatchObject({ label, required });
      expect(named(fields, name).hint, name).toMatch(/\p{Script=Han}/u);
    }
  });

  it('offers exactly the kinds that the schema takes', () => {
    const { kind } = DOCUMENT_SCHEMAS[collection].shape;
    const offered = values(named(fields, 'kind'));
    expect(offered).toEqual(kind.options);
    for (const value of offered) expect(kind.safeParse(value).success).toBe(true);
  });

  it('offers each status that the schema takes, 未核实 first, with the parts of its evidence', () => {
    const { status } = DOCUMENT_SCHEMAS[collection].shape;
    const [alone, ...others] = values(part(fields, 'status', 'name'));
    expect(status.parse(alone)).toEqual({ name: '未核实' });
    expect(others.length).toBeGreaterThan(4);
    for (const name of others) expect(status.safeParse({ name, basis: '依据' }).success, name).toBe(true);
    expect(status.safeParse({ name: '未知', basis: '依据' }).success).toBe(false);
    expect(named(fields, 'status').fields?.map(({ name }) => name)).toEqual([
      'name',
      'date',
      'basis',
      'checkedBy',
    ]);
  });

  it('asks for days as days', () => {
    for (const name of ['issuedOn', 'publishedOn', 'effectiveOn', 'expiresOn']) {
      expect(named(fields, name)).toMatchObject({
        widget: 'datetime',
        format: 'YYYY-MM-DD',
        time_format: false,
      });
    }
  });

  it('offers the topics of the library, and suggests its issuers', () => {
    expect(named(fields, 'topics')).toMatchObject({ widget: 'select', multiple: true });
    expect(values(named(fields, 'topics'))).toEqual(CHOICES.topics);
    expect(named(fields, 'issuer')).toMatchObject({ widget: 'suggest', suggestions: CHOICES.issuers });
  });

  it('lets a note explain any field, and only fields', () => {
    expect(values(part(fields, 'notes', 'field')).sort()).toEqual(rows.map(({ name }) => name).sort());
  });

  it('shows lists of plain values as lists of one field', () => {
    expect(part(fields, 'relations', 'implements')).toMatchObject({
      widget: 'list',
      field: { widget: 'string' },
    });
    expect(named(fields, 'aliases')).toMatchObject({ widget: 'list', field: { widget: 'string' } });
  });

  it('has patterns only where they mean the same without flags, as Decap builds them', () => {
    const patterned = fields
      .flatMap((field) => [field, ...(field.fields ?? [])])
      .filter(({ pattern }) => pattern);
    expect(patterned.map(({ name }) => name)).toEqual(['sha256']);
    const [digest = ''] = patterned[0]?.pattern ?? [];
    expect(new RegExp(digest).test('0'.repeat(64))).toBe(true);
    expect(new RegExp(digest).test('0'.repeat(63))).toBe(false);
  });
});

describe('the forms of the registers', () => {
  it.each(Object.entries(REGISTERS))('%s has every field of its schema', (_, { schema }) => {
    const fields = formFields(schema);
    expect(fields.map(({ name }) => name)).toEqual(Object.keys(schema.shape));
    for (const field of fields) expect(field.label).toMatch(/\p{Script=Han}/u);
  });
});

describe('a schema that no form can show', () => {
  it.each([
    ['a number', z.strictObject({ count: z.number() })],
    [
      'a union of sets',
      z.strictObject({ what: z.union([z.object({ a: z.string() }), z.object({ b: z.string() })]) }),
    ],
    [
      'a union with a number alone',
      z.strictObject({ what: z.union([z.number(), z.object({ a: z.enum(['x']) })]) }),
    ],
    [
      'a set beside a value whose first field has no choices',
      z.strictObject({ what: z.union([z.literal('x'), z.object({ a: z.string() })]) }),
    ],
  ])('%s stops the build rather than be left out', (_, schema) => {
    expect(() => formFields(schema)).toThrow(UnknownShape);
  });
});
