import { describe, expect, it } from 'vitest';
import { relationEnds } from '../../../src/core/relations.ts';

describe('relationEnds', () => {
  const ends = relationEnds([
    {
      id: 'policies/new',
      docNumber: '云教发〔2011〕5号',
      relations: { repeals: ['云教发〔2008〕2号', '云教发〔1999〕1号'] },
    },
    { id: 'policies/old', docNumber: '云教发〔2008〕2号', relations: {} },
    { id: 'summaries/2012', docNumber: null, relations: { reportsOn: ['policies/new'] } },
  ]);

  it('shows what a document says and what is said of it', () => {
    expect(ends.get('policies/new')).toEqual([
      { label: '废止', id: 'policies/old', target: '云教发〔2008〕2号' },
      { label: '废止', id: undefined, target: '云教发〔1999〕1号' },
      { label: '总结它的', id: 'summaries/2012', target: 'summaries/2012' },
    ]);
    expect(ends.get('policies/old')).toEqual([
      { label: '被废止于', id: 'policies/new', target: 'policies/new' },
    ]);
  });
});
