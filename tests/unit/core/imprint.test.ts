import { describe, expect, it } from 'vitest';
import { type ImprintSettings, imprintLines, imprintProblems } from '../../../src/core/imprint.ts';

const unset: ImprintSettings = { registration: { siteIdCode: '', icp: '', police: '' } };
/** Of an openly fictional kind: no such number is ever given out. */
const set: ImprintSettings = {
  registration: {
    ...{ siteIdCode: '0000000000', icp: '鲁ICP备00000000号-1', police: '鲁公网安备 00000000000000号' },
    partyMark: 'https://mark.example/show?id=0',
    findErrors: 'https://errors.example/',
  },
  imprint: { sponsor: '云岭区教育局', operator: '云岭区教研室', contact: '000-0000000' },
};

describe('the lines of the foot', () => {
  it('are none where nothing is set', () => {
    expect(imprintLines(unset)).toEqual([]);
    expect(imprintLines({ ...unset, imprint: { sponsor: '' } })).toEqual([]);
    expect(imprintProblems(unset)).toEqual([]);
  });

  it('say what is set as it is set, marks in words with their own addresses', () => {
    expect(imprintLines(set)).toEqual([
      { text: '主办单位：云岭区教育局' },
      { text: '承办单位：云岭区教研室' },
      { text: '联系方式：000-0000000' },
      { text: '网站标识码 0000000000' },
      { text: '鲁ICP备00000000号-1', href: 'https://beian.miit.gov.cn/' },
      {
        text: '鲁公网安备 00000000000000号',
        href: 'https://beian.mps.gov.cn/#/query/webSearch?code=00000000000000',
      },
      { text: '党政机关网站标识', href: 'https://mark.example/show?id=0' },
      { text: '政府网站找错', href: 'https://errors.example/' },
    ]);
    expect(imprintProblems(set)).toEqual([]);
  });
});

describe('the settings', () => {
  const withCode = (registration: Partial<ImprintSettings['registration']>): ImprintSettings => ({
    registration: { ...unset.registration, ...registration },
  });

  it.each([
    ['siteIdCode', '37040400'],
    ['siteIdCode', '待定'],
    ['icp', 'ICP备00000000号'],
    ['icp', '鲁ICP备号'],
    ['police', '鲁公网安备123号'],
    ['partyMark', 'mark.example'],
    ['findErrors', 'javascript:alert(1)'],
  ])('%s = %j is refused, naming the file, the setting and the mend', (key, value) => {
    const problems = imprintProblems(withCode({ [key]: value }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('src/site.config.ts');
    expect(problems[0]).toContain(`registration.${key}`);
    expect(problems[0]).toMatch(/^发现.*应为.*改法：/);
  });

  it.each([
    ['siteIdCode', 'bm00000000'],
    ['icp', '蜀ICP备000000号'],
    ['police', '黔公网安备00000000000000号'],
  ])('%s = %j is fine', (key, value) => {
    expect(imprintProblems(withCode({ [key]: value }))).toEqual([]);
  });

  it('are all told of at once', () => {
    const problems = imprintProblems({
      registration: { siteIdCode: '1', icp: '2', police: '3' },
      imprint: { contact: '一行\n两行' },
    });
    expect(problems).toHaveLength(4);
  });
});
