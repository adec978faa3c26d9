import { describe, expect, it } from 'vitest';
import { type RelatedDocument, relationEnds, resolvedRelations } from '../../../src/core/relations.ts';

const document = (id: string, more: Partial<RelatedDocument> = {}): RelatedDocument => ({
  ...{ id, docNumber: null, aliases: [], relations: {} },
  ...more,
});

describe('relationEnds', () => {
  const ends = relationEnds([
    document('policies/new', {
      docNumber: '云教发〔2011〕5号',
      relations: { repeals: ['云教发〔2008〕2号', '云教发〔1999〕1号'] },
    }),
    document('policies/old', { docNumber: '云教发〔2008〕2号' }),
    document('summaries/2012', { relations: { reportsOn: ['policies/new'] } }),
  ]);

  it('shows what a document says and what is said of it', () => {
    const forward = { kind: 'repeals', direction: 'forward', label: '废止' };
    expect(ends.get('policies/new')).toEqual([
      { ...forward, id: 'policies/old', target: '云教发〔2008〕2号' },
      { ...forward, target: '云教发〔1999〕1号' },
      {
        ...{ kind: 'reportsOn', direction: 'inverse', label: '总结它的' },
        ...{ id: 'summaries/2012', target: 'summaries/2012' },
      },
    ]);
    expect(ends.get('policies/old')).toEqual([
      {
        ...{ kind: 'repeals', direction: 'inverse', label: '被废止于' },
        ...{ id: 'policies/new', target: 'policies/new' },
      },
    ]);
  });
});

describe('resolvedRelations', () => {
  const targets = (target: string, ...held: RelatedDocument[]) =>
    resolvedRelations([document('plans/a', { relations: { implements: [target] } }), ...held]).map(
      ({ to, answering }) => ({ to, answering }),
    );
  const one = (id: string) => [{ to: id, answering: [id] }];

  it('finds a target by its id, its former id, its number and its former number', () => {
    const held = document('policies/b', {
      docNumber: '云教发〔2011〕5号',
      aliases: ['policies/draft', '云教发〔2011〕50号'],
    });
    for (const target of ['policies/b', 'policies/draft', '云教发〔2011〕5号', '云教发〔2011〕50号']) {
      expect(targets(target, held), target).toEqual(one('policies/b'));
    }
  });

  it('takes two prints of one number for the same', () => {
    expect(targets('国令第5号', document('policies/b', { docNumber: '国务院令第5号' }))).toEqual(
      one('policies/b'),
    );
  });

  it('leaves a target that several answer to without an end, and says which', () => {
    const held = ['policies/b', 'policies/c'].map((id) => document(id, { aliases: ['云教发〔2011〕5号'] }));
    expect(targets('云教发〔2011〕5号', ...held)).toEqual([
      { to: null, answering: ['policies/b', 'policies/c'] },
    ]);
    const ends = relationEnds([
      document('plans/a', { relations: { implements: ['云教发〔2011〕5号'] } }),
      ...held,
    ]);
    expect(ends.get('plans/a')?.[0]).toMatchObject({ ambiguous: true });
    expect(ends.get('policies/b')).toEqual([]);
  });

  it('takes a present id before a former one, and a named one before one that a number made', () => {
    const present = document('policies/b');
    const former = document('policies/c', { aliases: ['policies/b', '云教发〔2011〕5号'] });
    expect(targets('policies/b', former, present)).toEqual([{ to: 'policies/b', answering: ['policies/b'] }]);
    const named = document('policies/d', { aliases: ['policies/yunjiaofa-2011-5'] });
    expect(targets('policies/yunjiaofa-2011-5', former, named)).toEqual([
      { to: 'policies/d', answering: ['policies/d'] },
    ]);
  });

  it('keeps what the library lacks', () => {
    expect(targets('云教发〔1999〕1号')).toEqual([{ to: null, answering: [] }]);
  });
});
