import { describe, expect, it } from 'vitest';
import { findMentions } from '../../../src/core/mentions.ts';

describe('findMentions', () => {
  it('finds numbers in the title, notes, relations, source and status, with their places', () => {
    const mentions = findMentions(
      'plans/a',
      {
        title: '转发云教发〔2010〕6号（云教发〔2010〕77号附件）',
        docNumber: '云教发〔2010〕77号',
        notes: [{ text: '标题照录。' }, { text: '据云教发[2011]5号的引用。' }],
        relations: { implements: ['云教发〔2010〕77号'] },
        source: { note: '附在云教研字〔2011〕4号之后。' },
        basis: '云教发〔2015〕9号',
      },
      [],
    );
    expect(mentions.map(({ canonical, anchor, place }) => [canonical, anchor, place])).toEqual([
      ['云教发〔2010〕6号', 'main', '标题'],
      ['云教发〔2011〕5号', 'note-2', '编者注2'],
      ['云教发〔2010〕77号', 'relations-title', '文件关系'],
      ['云教研字〔2011〕4号', 'facts', '要素'],
      ['云教发〔2015〕9号', 'facts', '要素'],
    ]);
  });
});
