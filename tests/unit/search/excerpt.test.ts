import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../../src/core/escape-html.ts';
import { excerpt, findMatches, markText } from '../../../src/search/excerpt.ts';
import { normalise } from '../../../src/search/normalise.ts';
import { parseQuery } from '../../../src/search/query.ts';

const mark = (text: string, query: string): string =>
  markText(text, findMatches(text, parseQuery(query).include));
const cut = (text: string, query: string, length?: number): string =>
  excerpt(text, findMatches(text, parseQuery(query).include), length === undefined ? {} : { length });

describe('marks', () => {
  it('stand around the original text, whatever its width, spaces and brackets', () => {
    expect(mark('见云教发〔２００９〕 67 号文', '"云教发[2009]67号"')).toBe(
      '见<mark>云教发〔２００９〕 67 号</mark>文',
    );
  });

  it('of overlapping keywords become one', () => {
    expect(mark('指导思想', '指导思 导思想')).toBe('<mark>指导思想</mark>');
  });

  it('escape the text around and within them', () => {
    expect(mark('<b>磨课&"', '课&')).toBe('&lt;b&gt;磨<mark>课&amp;</mark>&quot;');
  });

  it('cover a keyword that shares a composed character', () => {
    expect(mark('第①条', '1')).toBe('第<mark>①</mark>条');
  });

  it('never change the text that is read', () => {
    const unit = fc.constantFrom(...'课<>&，𠮷é1 ');
    fc.assert(
      fc.property(
        fc.string({ unit, maxLength: 30 }),
        fc.string({ unit, minLength: 1, maxLength: 3 }),
        (text, query) => {
          const matches = findMatches(text, parseQuery(query).include);
          expect(markText(text, matches).replaceAll(/<\/?mark>/g, '')).toBe(escapeHtml(text));
          const found = parseQuery(query).include.some(({ normalised }) =>
            normalise(text).includes(normalised),
          );
          expect(matches.length > 0).toBe(found);
        },
      ),
    );
  });
});

describe('excerpt', () => {
  const text = `${'前文很长。'.repeat(20)}本学期扎实开展磨课活动，提高课堂教学质量。${'后文也长。'.repeat(20)}`;

  it('begins and ends at a sentence around the hit, and shows that there is more', () => {
    const shown = cut(text, '磨课');
    expect(shown).toMatch(/^…本学期扎实开展<mark>磨课<\/mark>活动，.*后文也长。…$/);
    expect(shown.replaceAll(/<\/?mark>/g, '').length).toBeLessThanOrEqual(100);
  });

  it('shows a sentence whole even if it is a little longer', () => {
    const sentence = `各校要组织骨干教师，结合教学实际，分学科、分年级、分阶段扎实开展磨课活动，${'做好记录，'.repeat(12)}及时上报。`;
    const shown = cut(`前文。${sentence}${'后文很长。'.repeat(30)}`, '磨课').replaceAll(/<\/?mark>/g, '');
    expect(shown).toBe(`…${sentence}…`);
  });

  it('begins and ends a very long sentence at a clause', () => {
    const shown = cut(
      `${'要加强领导明确分工，'.repeat(8)}扎实开展磨课，${'要加强领导明确分工，'.repeat(12)}`,
      '磨课',
    );
    expect(shown).toMatch(/^…要加强领导明确分工，.*<mark>磨课<\/mark>，.*明确分工，…$/);
  });

  it('leaves a short text whole', () => {
    expect(cut('开展磨课活动', '磨课')).toBe('开展<mark>磨课</mark>活动');
  });

  it('prefers the place where all keywords are', () => {
    const far = `磨课一。${'无关的话。'.repeat(40)}磨课与合格课。${'无关的话。'.repeat(10)}`;
    expect(cut(far, '磨课 合格课')).toContain('<mark>磨课</mark>与<mark>合格课</mark>');
  });

  it('does not split a character', () => {
    expect(cut('𠮷'.repeat(100), '野', 21).replace('…', '')).toBe('𠮷'.repeat(10));
  });
});
