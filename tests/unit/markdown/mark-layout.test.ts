import { describe, expect, it } from 'vitest';
import { parseBody } from '../../../src/markdown/parse.ts';
import { renderBody } from '../../../src/markdown/render.ts';

/** The paragraphs that are marked, each with its mark. */
function marked(...paragraphs: string[]): [mark: string, text: string][] {
  const parsed = parseBody(paragraphs.join('\n\n'));
  if (!parsed.ok) throw new Error(parsed.problem.message);
  const links = { numbers: new Map(), titles: new Map(), missing: '/n/', base: '/' };
  const { html } = renderBody(parsed.tree, { links, codes: [] });
  return [...html.matchAll(/<p [^>]*class="([\w-]+)"[^>]*>(.*?)<\/p>/g)].map(([, mark = '', text = '']) => [
    mark,
    text.replace(/<[^>]+>/g, ''),
  ]);
}

describe('the signature', () => {
  it('is the name above the date that ends the text', () => {
    expect(marked('特此通知。', '云岭区教研室', '2024年2月20日')).toEqual([
      ['signed', '云岭区教研室'],
      ['signed', '2024年2月20日'],
    ]);
  });

  it('is that of several offices, in Chinese figures, before attachments, a remark or footnotes', () => {
    const names = ['云岭区教育局', '云岭区财政局', '二〇一四年三月五日'];
    const expected = names.map((name) => ['signed', name]);
    expect(marked('特此通知。', ...names)).toEqual(expected);
    expect(marked('特此通知。', ...names, '（此件公开发布）')).toEqual(expected);
    expect(marked('特此通知。', ...names, '附件1', '名单。')).toEqual(expected);
    expect(marked('特此通知[^a]。', ...names, '[^a]: 注。')).toEqual(expected);
  });

  it.each([
    [['云岭区教研室', '2024年2月20日', '以上安排请遵照执行。']],
    [['云岭区教研室', '2024年2月']],
    [['由云岭区教研室，组织全区教研室', '2024年2月20日', '（此件公开发布）']],
    [['云岭区教研室']],
  ])('is taken for none where it may be something else: %j', (paragraphs) => {
    expect(marked('一、安排。', ...paragraphs)).toEqual([]);
  });
});

describe('those addressed', () => {
  it.each([
    '各学校：',
    '各镇（街）中心校，区直各学校：',
    '各区（市）教育局、市直各学校（园、所）:',
    '云岭区人民政府：',
  ])('stand flush left: %s', (line) => {
    expect(marked(line, '现将通知印发给你们。')).toEqual([['addressee', line]]);
  });

  it.each([
    '现将有关事项通知各学校：',
    '为做好工作，提出以下意见：',
    '根据上级要求，各学校：',
    '成立领导小组，名单如下：',
    '2011年教研工作的特点：',
  ])('are not a sentence that leads on: %s', (line) => {
    expect(marked(line, '现将通知印发给你们。')).toEqual([]);
  });

  it('are looked for at the beginning only', () => {
    expect(marked('一、要求。', '全区要做到。各校要做到。', '三', '四', '各学校：')).toEqual([]);
  });
});

describe('attachments after the first', () => {
  it('stand under its number, in their order', () => {
    expect(marked('特此通知。', '附件：1.听课记录表', '2\\.“磨课”日程', '3\\.名单')).toEqual([
      ['enclosure', '附件：1.听课记录表'],
      ['enclosure-more', '2.“磨课”日程'],
      ['enclosure-more', '3.名单'],
    ]);
  });

  it('are none where the count breaks off or a sentence follows', () => {
    const first = [['enclosure', '附件：1.听课记录表']];
    expect(marked('附件：1.听课记录表', '3\\.名单')).toEqual(first);
    expect(marked('附件：1.听课记录表', '2\\.各校要认真填写。')).toEqual(first);
    expect(marked('1\\.甲', '2\\.乙')).toEqual([]);
  });
});

describe('the number of an article', () => {
  it('is set in bold, as laws do, and stays text', () => {
    const parsed = parseBody('第十二条 学校应当执行云教发〔2011〕5号。');
    if (!parsed.ok) throw new Error(parsed.problem.message);
    const links = { numbers: new Map(), titles: new Map(), missing: '/n/', base: '/' };
    const { html } = renderBody(parsed.tree, { links, codes: [] });
    expect(html).toMatch(/^<p id="art12" data-clause="第十二条"><b>第十二条<\/b> 学校应当执行<a /);
  });
});
