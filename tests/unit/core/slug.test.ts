import { describe, expect, test } from 'vitest';
import { parseDocNumber } from '../../../src/core/docnumber.ts';
import { docNumberSlug, textSlug } from '../../../src/core/slug.ts';

describe('docNumberSlug', () => {
  test.each([
    ['峄教函字〔2011〕4号', 'yijiaohanzi-2011-4'],
    ['云教研字〔2011〕4号', 'yunjiaoyanzi-2011-4'],
    ['国务院令第687号', 'guowuyuanling-687'],
    ['教育部公告2021年第3号', 'jiaoyubugonggao-2021-3'],
    ['法（研）发〔1987〕32号', 'fayanfa-1987-32'],
    ['长教发〔2019〕1号', 'changjiaofa-2019-1'],
    ['鲁行发〔2019〕1号', 'luxingfa-2019-1'],
    ['乐教发〔2019〕1号', 'lejiaofa-2019-1'],
    ['绿教发〔2019〕1号', 'lvjiaofa-2019-1'],
    ['会教发〔2019〕1号', 'huijiaofa-2019-1'],
    ['财会〔2019〕1号', 'caikuai-2019-1'],
    ['教调发〔2019〕1号', 'jiaodiaofa-2019-1'],
    ['市长令第3号', 'shizhangling-3'],
    ['民政部、总后勤部令第1号', 'minzhengbuzonghouqinbuling-1'],
  ])('%s', (text, slug) => {
    const number = parseDocNumber(text);
    expect(number && docNumberSlug(number)).toBe(slug);
  });
});

describe('textSlug', () => {
  test.each([
    ['云岭区教研室', 'yunlingqujiaoyanshi'],
    ['云岭区教研室2023年度工作计划', 'yunlingqujiaoyanshi-2023-niandugongzuojihua'],
    ['中国人民银行', 'zhongguorenminyinhang'],
    ['重庆市教育委员会', 'chongqingshijiaoyuweiyuanhui'],
    ['长沙市教育局', 'changshashijiaoyuju'],
    ['ＡＢＣ教学 Plan B', 'abc-jiaoxue-plan-b'],
    ['音乐、体育', 'yinyue-tiyu'],
    ['……', ''],
  ])('%s', (text, slug) => {
    expect(textSlug(text)).toBe(slug);
  });
});
