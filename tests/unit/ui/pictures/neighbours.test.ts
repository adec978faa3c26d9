import { describe, expect, test } from 'vitest';
import { buildLibrary, type LibraryDocument } from '../../../../src/core/library.ts';
import type { Reference } from '../../../../src/core/references.ts';
import { relationEnds } from '../../../../src/core/relations.ts';
import { neighbourState, tieWords } from '../../../../src/ui/pictures/neighbour-words.ts';
import { findNeighbours, MOST_A_SIDE } from '../../../../src/ui/pictures/neighbours.ts';
import { libraryDocument } from '../../../support/library-document.ts';

const policy = (number: string, more: Partial<LibraryDocument> = {}): LibraryDocument =>
  libraryDocument(`policies/${number}`, {
    ...{ title: `云岭区教育局第${number}号通知`, docNumber: `云教发〔2011〕${number}号` },
    ...{ issuer: '云岭区教育局', years: [2011] },
    ...more,
  });

function cite(number: string): Reference {
  const canonical = `云教发〔2011〕${number}号`;
  return {
    kind: 'number',
    raw: canonical,
    canonical,
    title: null,
    anchor: 'c1',
    clause: null,
    sentence: canonical,
  };
}

function neighbours(id: string, documents: LibraryDocument[], texts: Record<string, Reference[]> = {}) {
  const library = buildLibrary(documents, new Map(Object.entries(texts)));
  const relations = relationEnds(documents);
  return findNeighbours({ ...library, relations, numberUrl: (canonical) => `/n/${canonical}/` }, id);
}

const names = (side: { shown: { number: string | null; title: string }[] }) =>
  side.shown.map(({ number, title }) => number ?? title);

describe('neighbours of a document', () => {
  test('are told apart by direction, relation and what the library holds', () => {
    const documents = [
      policy('1', { relations: { repeals: ['云教发〔2011〕2号'] } }),
      policy('2', { status: '废止', completeness: '题录' }),
      policy('3'),
    ];
    const found = neighbours('policies/1', documents, {
      'policies/1': [cite('9'), cite('2'), cite('9')],
      'policies/3': [cite('1')],
    });
    expect(names(found.out)).toEqual(['云教发〔2011〕2号', '云教发〔2011〕9号']);
    expect(found.out.shown).toMatchObject([
      { kind: 'repeals', labels: ['废止'], times: 1, held: 'record', dead: '废止', href: '/policies/2/' },
      { kind: 'cites', labels: [], times: 2, held: 'missing', dead: null, href: '/n/云教发〔2011〕9号/' },
    ]);
    expect(names(found.in)).toEqual(['云教发〔2011〕3号']);
    expect(found.out.shown.map((node) => [tieWords(node, 'out'), neighbourState(node)])).toEqual([
      ['废止、引用 1 处', '题录 · 已废止'],
      ['引用 2 处', '未收录'],
    ]);
    const repealed = neighbours('policies/2', documents, { 'policies/1': [cite('2')] });
    expect(repealed.in.shown.map((node) => [tieWords(node, 'in'), neighbourState(node)])).toEqual([
      ['被废止于、被引用 1 处', ''],
    ]);
  });

  test('stand once when each points to the other', () => {
    const found = neighbours('policies/1', [policy('1'), policy('2')], {
      'policies/1': [cite('2')],
      'policies/2': [cite('1')],
    });
    expect(found.in).toEqual({ shown: [], more: 0 });
    expect(found.out.shown).toMatchObject([{ mutual: true, times: 2 }]);
  });

  test('beyond the most that are drawn are counted', () => {
    const citing = Array.from({ length: 20 }, (_, index) => policy(String(index + 2)));
    const texts = Object.fromEntries(citing.map(({ id }) => [id, [cite('1')]]));
    const found = neighbours('policies/1', [policy('1'), ...citing], texts);
    expect(found.in.shown).toHaveLength(MOST_A_SIDE);
    expect(found.in.more).toBe(20 - MOST_A_SIDE);
    expect(neighbours('policies/1', [policy('1')], {})).toEqual({
      out: { shown: [], more: 0 },
      in: { shown: [], more: 0 },
    });
  });

  test('that a relation names ambiguously are said to be so', () => {
    const twins = [policy('7'), policy('8', { docNumber: '云教发〔2011〕7号' })];
    const found = neighbours('policies/1', [
      policy('1', { relations: { amends: ['云教发〔2011〕7号'] } }),
      ...twins,
    ]);
    expect(found.out.shown).toMatchObject([{ kind: 'amends', held: 'ambiguous', labels: ['修改'] }]);
  });

  test('that are named by title alone lead to where they are named', () => {
    const title: Reference = { ...cite('9'), kind: 'title', canonical: null, title: '云岭区教学工作规范' };
    const found = neighbours('policies/1', [policy('1')], { 'policies/1': [title] });
    expect(found.out.shown).toMatchObject([
      { href: '#c1', title: '云岭区教学工作规范', number: null, held: 'missing' },
    ]);
  });

  test('are counted as the list and the register count them, however they are printed', () => {
    const order = (canonical: string): Reference => ({ ...cite('9'), raw: canonical, canonical });
    const title = (title: string): Reference => ({ ...cite('9'), kind: 'title', canonical: null, title });
    const here = policy('1', { relations: { implements: ['教育部令〔2016〕3号'] } });
    const found = neighbours('policies/1', [here], {
      'policies/1': [
        ...[order('教育部令2016年第3号'), order('中华人民共和国教育部令2016年第3号')],
        ...[title('教学工作规范（试行）'), title('教学工作规范(试行)')],
      ],
    });
    expect(found.out.shown).toMatchObject([
      { kind: 'implements', times: 2, href: '/n/教育部令〔2016〕3号/' },
      { kind: 'cites', times: 2, title: '教学工作规范（试行）' },
    ]);
  });
});
