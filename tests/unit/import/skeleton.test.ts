import { describe, expect, it } from 'vitest';
import { COLLECTIONS } from '../../../src/core/collections.ts';
import { writeSkeleton } from '../../../src/import/skeleton.ts';
import { judgeSource } from '../../../src/load/content-fs.ts';
import { parseBody } from '../../../src/markdown/parse.ts';
import { DOCUMENT_SCHEMAS } from '../../../src/schema/documents.ts';
import { fieldReference } from '../../../src/schema/reference.ts';
import { parseSource } from '../../../src/schema/source.ts';

describe.each(COLLECTIONS)('a new document in %s', (collection) => {
  it('passes the schema once it has a title and an issuer', () => {
    const text = writeSkeleton(collection, {
      title: '云岭区: "新" #1',
      issuer: '云岭区教研室',
      period: '2012年',
    });
    const loaded = judgeSource(parseSource(collection, `${collection}/new.mdx`, text));
    expect(loaded.problems).toEqual([]);
    expect(loaded.source.syntaxProblems).toEqual([]);
    expect(loaded.data).toMatchObject({ title: '云岭区: "新" #1', period: '2012年', completeness: '全文' });
    expect(parseBody(loaded.source.body).ok).toBe(true);
  });

  it('asks for title and issuer, and for nothing else, while they are missing', () => {
    const loaded = judgeSource(
      parseSource(collection, `${collection}/new.mdx`, writeSkeleton(collection, {})),
    );
    expect(loaded.problems.map(({ path }) => path[0])).toEqual(['title', 'issuer']);
  });

  it('explains every field of the collection', () => {
    const text = writeSkeleton(collection, {});
    for (const { name, label, help } of fieldReference(DOCUMENT_SCHEMAS[collection])) {
      expect(text).toContain(help);
      expect(text).toMatch(new RegExp(`# ${label}.*\\n(?:# )?${name}:`));
    }
  });

  it('has examples that pass when the comment marks are removed', () => {
    const text = writeSkeleton(collection, { title: '标题', issuer: '机关' }).replace(
      /^# ([a-zA-Z]+: )/gm,
      '$1',
    );
    const loaded = judgeSource(parseSource(collection, `${collection}/new.mdx`, text));
    expect(loaded.problems).toEqual([]);
  });
});
