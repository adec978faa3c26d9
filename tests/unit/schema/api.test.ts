import { describe, expect, it } from 'vitest';
import { API_FILES, apiSchema } from '../../../src/schema/api.ts';

interface Schema {
  description?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema | boolean;
  anyOf?: Schema[];
}

/** Every property that a schema describes, at any depth, with its path. */
function properties(schema: Schema, path = ''): [string, Schema][] {
  const own = Object.entries(schema.properties ?? {}).map(([name, inner]): [string, Schema] => [
    `${path}/${name}`,
    inner,
  ]);
  const further = [schema.items, schema.additionalProperties, ...(schema.anyOf ?? [])].filter(
    (inner) => typeof inner === 'object',
  );
  return [
    ...own,
    ...own.flatMap(([at, inner]) => properties(inner, at)),
    ...further.flatMap((inner) => properties(inner, path)),
  ];
}

describe.each(API_FILES)('the schema of $name.json', (file) => {
  const schema = apiSchema(file, 'https://wenku.example/wenku/') as Schema & Record<string, unknown>;

  it('is of draft 2020-12, with an absolute id and a Chinese title', () => {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `https://wenku.example/wenku/api/schema/${file.name}.json`,
      title: expect.stringMatching(/\p{Script=Han}/u),
    });
  });

  it('says in Chinese what each property is', () => {
    const all = properties(schema);
    expect(all.length).toBeGreaterThan(1);
    for (const [path, property] of all) expect(property.description, path).toMatch(/\p{Script=Han}/u);
  });

  it('lets later versions add properties', () => {
    expect(JSON.stringify(schema)).not.toContain('"additionalProperties":false');
  });
});
