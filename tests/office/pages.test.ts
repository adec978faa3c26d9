import { describe, expect, inject, it } from 'vitest';
import { readPage, readTags, textWithin } from '../support/html.ts';

const page = await readPage(inject('officeSite'), 'plans/yijiaohanzi-2011-4/index.html');
const body = textWithin(page, 'data-document-body');

describe("the office's first plan as built", () => {
  it('shows the asterisks that stand in the source, and nothing bold in their place', () => {
    expect(body.match(/\*\*/g)).toHaveLength(4);
    expect(page).not.toContain('<strong>课程');
  });

  it('links its six numbers as printed', () => {
    const inBody = page.slice(page.indexOf('data-document-body'), page.indexOf('</article>'));
    const linked = readTags(inBody.slice(0, inBody.indexOf('id="relations-title"'))).flatMap(
      ({ attributes }) => attributes['data-docnumber'] ?? [],
    );
    expect(linked).toEqual([
      '峄教函字〔2011〕4号',
      '峄教发〔2010〕65号',
      '鲁教基字〔2007〕21号',
      '峄教函字〔2010〕8号',
      '峄教发〔2009〕67号',
      '鲁教基字〔2009〕20号',
    ]);
    for (const printed of [
      '峄教函字[2011]4号',
      '鲁教基字[2007]21号',
      '峄教函字[2010]8 号',
      '峄教发 [2009]67号',
    ]) {
      expect(body).toContain(printed);
    }
  });

  it('tells the two sixth items apart', () => {
    const clauses = readTags(page).flatMap(({ attributes }) => attributes['data-clause'] ?? []);
    expect(clauses).toContain('第二部分第6条');
    expect(clauses).toContain('第三部分第6条');
    expect(new Set(clauses).size).toBe(clauses.length);
  });

  it('belongs to 2011 and explains the year in its title', () => {
    expect(page).toContain('/years/2011/"');
    expect(textWithin(page, 'data-document-notes')).toContain('2023');
    expect(textWithin(page, 'data-document-title')).toBe('峄城区教研室2023年度工作计划');
  });
});
