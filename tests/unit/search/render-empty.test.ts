import { describe, expect, it } from 'vitest';
import { renderEmpty } from '../../../src/ui/search/render-empty.ts';

const told = (q: string, filters = {}): string =>
  renderEmpty({ q, filters, sort: 'relevance' }, [], new Map([['plans', '工作计划']])).replace(
    /<[^>]+>/g,
    '',
  );
const NOTE = '已逐字查过';

describe('what is said when nothing is found', () => {
  it.each([
    ['工作', '没有含有工作的文件。'],
    ['工作 磨课 -教发', '没有同时含有工作、磨课，不含教发的文件。'],
    ['标题:工作 -文号:教发', '没有标题含有工作，文号不含教发的文件。'],
    ['标题:工作 标题:计划 磨课', '没有含有磨课，标题同时含有工作、计划的文件。'],
    ['文号:67号 -磨课 -标题:计划', '没有文号含有67号，不含磨课，标题不含计划的文件。'],
  ])('of %s: %s', (q, expected) => {
    expect(told(q)).toContain(expected);
  });

  it('names the filters', () => {
    expect(told('标题:工作', { type: ['plans'] })).toContain('没有标题含有工作，限于工作计划的文件。');
  });

  it('claims to have looked everywhere only where it has', () => {
    expect(told('工作 -磨课')).toContain(NOTE);
    expect(told('标题:工作')).not.toContain(NOTE);
    expect(told('工作 -文号:教发')).not.toContain(NOTE);
  });
});
