import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../../src/search/normalise.ts';
import { parseQuery } from '../../../src/search/query.ts';
import { type DocumentEntry, toFragment } from '../../../src/search/record.ts';
import { indexWords } from '../../../src/search/tokenize.ts';
import { findDocuments } from '../../../src/ui/search/find-documents.ts';
import type { PagefindHit, SearchIndex } from '../../../src/ui/search/pagefind-index.ts';

const entry: DocumentEntry = {
  ...{ id: 'plans/a', collection: 'plans', url: '/plans/a/', title: '工作计划', docNumber: null },
  ...{ issuer: '云岭区教研室', kind: '计划', period: null, issuedOn: null, status: '未核实' },
  ...{ completeness: '全文', topics: [], years: [] },
};

/** An index of documents, each a list of blocks, that answers quoted phrases as Pagefind does and keeps what it was asked. */
function makeIndex(documents: ReadonlyArray<readonly string[]>): { index: SearchIndex; asked: string[] } {
  const asked: string[] = [];
  const words = documents.map((blocks) => ` ${indexWords(blocks.map((text) => normalise(text))).join(' ')} `);
  const hit = (blocks: readonly string[], id: number): PagefindHit => ({
    id: String(id),
    score: 1,
    data: async () => {
      const stored = blocks.map((text) => ({ region: 'body' as const, clause: -1, anchor: '', text }));
      return toFragment(entry, { clauses: [], blocks: stored }, 1);
    },
  });
  const search = async (term: string): Promise<PagefindHit[]> => {
    const phrase = term.replaceAll('"', '');
    asked.push(...phrase.split(' '));
    return documents.map(hit).filter(({ id }) => words[Number(id)]?.includes(` ${phrase} `));
  };
  return { index: { rows: [], search }, asked };
}

const literal = (documents: ReadonlyArray<readonly string[]>, text: string): string[] =>
  documents.flatMap((blocks, id) => (blocks.some((block) => block.includes(text)) ? [String(id)] : []));

// Few characters, so that a phrase's words often stand in a document where the phrase doesn't.
const text = (least: number, most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom('教', '研', '课'), { minLength: least, maxLength: most })
    .map((all) => all.join(''));

describe('finding documents', () => {
  it('equals a literal search, whether the index answers or the documents themselves', async () => {
    const library = fc.array(fc.array(text(1, 30), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 30,
    });
    const ways = { index: 0, documents: 0, refuted: 0 };
    await fc.assert(
      fc.asyncProperty(library, text(1, 12), text(1, 5), async (documents, wanted, unwanted) => {
        const found = await findDocuments(makeIndex(documents).index, parseQuery(`${wanted} -${unwanted}`));
        const without = literal(documents, unwanted);
        const expected = literal(documents, wanted).filter((id) => !without.includes(id));
        expect([...found.hits.keys()]).toEqual(expected);
        ways[found.texts ? 'documents' : 'index'] += 1;
        if (found.texts && found.texts.size > expected.length) ways.refuted += 1;
      }),
      { numRuns: 400 },
    );
    expect(Math.min(...Object.values(ways))).toBeGreaterThan(20);
  });

  it('asks for three words of a long text that few documents can contain', async () => {
    const documents = [['深入推进课堂教学改革'], ['深入推进教学常规，课堂教学与教学改革'], ['改革']];
    const { index, asked } = makeIndex(documents);
    const found = await findDocuments(index, parseQuery('深入推进课堂教学改革'));
    expect([...found.hits.keys()]).toEqual(['0']);
    expect(asked).toHaveLength(3);
  });

  it('asks for all words of a long text when many documents might contain it', async () => {
    const documents = Array.from({ length: 40 }, (_, id) => [`深入推进课堂${id % 2 ? '' : '的'}教学改革`]);
    const { index } = makeIndex(documents);
    const found = await findDocuments(index, parseQuery('深入推进课堂教学改革'));
    expect(found.hits.size).toBe(20);
    expect(found.texts).toBeUndefined();
  });
});
