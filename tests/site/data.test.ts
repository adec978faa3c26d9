import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { describe, expect, inject, it } from 'vitest';
import { API_FILES } from '../../src/schema/api.ts';
import { FIXTURE_BASE, ROOT } from '../support/build.setup.ts';
import { listFiles, readPage } from '../support/html.ts';

const sites = [
  { name: 'office', dir: inject('officeSite'), root: ROOT },
  { name: 'fixture', dir: inject('fixtureSite'), root: `https://wenku.example${FIXTURE_BASE}` },
];

const readJson = async (dir: string, file: string): Promise<unknown> => JSON.parse(await readPage(dir, file));
const worded = (errors: ErrorObject[] | null | undefined): string[] =>
  (errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);

/** The same schema, but for rows with properties that it doesn't name. */
function closed(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema), (_key, value: unknown) =>
    value !== null && typeof value === 'object' && 'properties' in value
      ? { ...value, additionalProperties: false }
      : value,
  );
}

it.each(API_FILES)('$name.json of the fixture site holds something', async ({ name }) => {
  expect((await readPage(inject('fixtureSite'), `api/${name}.json`)).length).toBeGreaterThan(100);
});

describe.each(sites)('the data of the $name site', ({ dir, root }) => {
  it.each(API_FILES)(
    '$name.json keeps its published schema, and the schema names all it holds',
    async ({ name }) => {
      const schema = await readJson(dir, `api/schema/${name}.json`);
      const ajv = new Ajv2020({ allErrors: true, validateFormats: false });
      expect(ajv.validateSchema(schema as object), worded(ajv.errors).join('\n')).toBe(true);
      const data = await readJson(dir, `api/${name}.json`);
      const validate = ajv.compile(closed(schema) as object);
      validate(data);
      expect(worded(validate.errors)).toEqual([]);
    },
  );

  it('has no data file without a schema, and a catalogue of them all', async () => {
    const names = API_FILES.map(({ name }) => name).sort();
    const files = await listFiles(`${dir}/api`, '.json');
    expect(files.sort()).toEqual(
      [...names.map((name) => `${name}.json`), ...names.map((name) => `schema/${name}.json`)].sort(),
    );
    const {
      url,
      asOf,
      files: listed,
    } = (await readJson(dir, 'api/index.json')) as {
      url: string;
      asOf: string | null;
      files: { name: string; url: string; schema: string }[];
    };
    expect(url).toBe(root);
    const rows = (await readJson(dir, 'api/documents.json')) as Record<'issuedOn' | 'publishedOn', string>[];
    const newest = rows.flatMap(({ issuedOn, publishedOn }) => [issuedOn ?? '', publishedOn ?? '']).sort();
    expect(asOf).toBe(newest.at(-1) || null);
    expect(listed.map(({ name }) => name).sort()).toEqual(names);
    for (const file of listed) {
      expect(file.url).toBe(`${root}api/${file.name}.json`);
      expect(((await readJson(dir, `api/schema/${file.name}.json`)) as { $id: string }).$id).toBe(
        file.schema,
      );
    }
  });

  it('is told of on a help page that names each file', async () => {
    const page = await readPage(dir, 'help/data/index.html');
    for (const { name } of API_FILES) {
      expect(page).toContain(`api/${name}.json"`);
      expect(page).toContain(`api/schema/${name}.json"`);
    }
  });
});
