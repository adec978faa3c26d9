import { describe, expect, it } from 'vitest';
import type { Collection } from '../../../src/core/collections.ts';
import { findDate, isDateLine } from '../../../src/import/dates.ts';
import { readElements } from '../../../src/import/elements.ts';
import { readHeader } from '../../../src/import/header.ts';
import { sourceLines } from '../../../src/import/lines.ts';
import { inferMetadata } from '../../../src/import/metadata.ts';
import { kindIn, kindOfTitle } from '../../../src/import/title-kinds.ts';

/** Fields concluded from a text, as `value｜confidence`. */
function infer(
  text: string,
  collection: Collection = 'plans',
  pagePublished?: string,
): Record<string, string> {
  const { lines } = sourceLines(text, false);
  const header = readHeader(lines);
  const used = [...header.title, header.published, header.number];
  const body = lines.filter((line) => !used.includes(line));
  const agencies = [{ code: '云教发', issuer: '云岭区教育局' }];
  const fields = inferMetadata({
    collection,
    header,
    elements: readElements(lines),
    body,
    baseName: '文件名',
    agencies,
    pagePublished,
  });
  return Object.fromEntries(
    fields.map(({ field, value, confidence }) => [field, `${value ?? ''}｜${confidence}`]),
  );
}

describe('period', () => {
  it.each([
    ['云岭区教研室2012年度工作计划\n正文。', '2012年｜原文写明'],
    ['云岭区教研室2012—2013学年度第一学期工作计划\n正文。', '2012—2013学年第一学期｜原文写明'],
    ['云岭区教研室工作计划\n2011 2012学年度第二学期\n正文。', '2011—2012学年第二学期｜原文写明'],
    ['云岭区教研室工作计划\n云教研字〔2012〕3号\n正文。', '2012年｜推断'],
    ['云岭区教研室2013年工作计划\n云教研字〔2012〕30号\n正文。', '2013年｜原文写明'],
    ['云岭区教研室2023年工作计划\n云教研字〔2012〕3号\n正文。', '2012年｜推断'],
    ['云岭区教研室2023年工作计划\n发布 2013-11-22 13:35:28\n正文。', '｜未知'],
    ['云岭区教研室2012—2014学年工作计划\n正文。', '｜未知'],
    ['云岭区教研室工作计划\n正文。', '｜未知'],
  ])('%s', (text, period) => {
    expect(infer(text)['period']).toBe(period);
  });

  it('does not trust a title that is younger than the page that carries it', () => {
    expect(infer('云岭区教研室2023年工作计划\n正文。', 'plans', '2021-11-22')['period']).toBe('｜未知');
  });

  it('is no field of a policy', () => {
    expect(infer('关于2012年工作的通知\n正文。', 'policies')['period']).toBeUndefined();
  });
});

describe('issuer', () => {
  it.each([
    ['云岭区教研室工作计划\n正文。\n云岭区教育局教研室\n2012年2月20日', '云岭区教育局教研室｜原文写明'],
    ['云岭区第二小学教研室2012年计划\n正文。', '云岭区第二小学教研室｜推断'],
    ['云岭区第二小学2012年计划\n正文。', '云岭区第二小学｜推断'],
    ['云岭区小学教学工作计划\n正文。', '未署名｜未知'],
    ['教研室年度工作计划\n正文。', '未署名｜未知'],
    ['全区教研工作计划\n正文。', '未署名｜未知'],
    ['关于做好工作的通知\n云教发[2012]5号\n正文。', '云岭区教育局｜推断'],
    ['云岭区实验中学2016年教导处计划\n正文。\n教导处\n2016年2月22日', '云岭区实验中学教导处｜推断'],
    ['2016年工作计划\n正文。\n教研室\n2016年2月22日', '教研室｜原文写明'],
    [
      '云岭区养犬条例\n2017年8月31日云岭市第八届人民代表大会常务委员会第5次会议通过\n2017年9月30日云岭省第十二届人民代表大会常务委员会第三十二次会议批准\n第一条 为了甲。',
      '云岭市人民代表大会常务委员会｜推断',
    ],
    [
      '云岭区节水条例\n2017年9月30日云岭省第十二届人民代表大会常务委员会第三十二次会议批准\n第一条 为了甲。',
      '云岭省人民代表大会常务委员会｜推断',
    ],
    [
      '中共云岭区委办公室　云岭区人民政府办公室印发\n《关于减负的意见》\n近日，两办印发了意见，各校要认真落实。',
      '中共云岭区委办公室、云岭区人民政府办公室｜推断',
    ],
  ])('%s', (text, issuer) => {
    expect(infer(text)['issuer']).toBe(issuer);
  });
});

describe('other fields', () => {
  it('reads number, dates and kind of a notice', () => {
    const text =
      '云岭区教育局文件\n云教发（2012）第05号\n云岭区教育局\n关于做好工作的通知\n各中小学：\n正文。\n云岭区教育局\n二〇一二年八月三十日';
    expect(infer(text, 'policies')).toMatchObject({
      title: '云岭区教育局关于做好工作的通知｜原文写明',
      docNumber: '云教发〔2012〕5号｜原文写明',
      printedAs: '云教发（2012）第05号｜原文写明',
      kind: '通知｜原文写明',
      issuedOn: '2012-08-30｜原文写明',
      issuer: '云岭区教育局｜原文写明',
    });
  });

  it.each([
    ['关于做好工作的通知\n（云教发[2012]5号）\n各中小学：', '云教发〔2012〕5号'],
    ['关于做好工作的通知\n发文字号：云教发〔2012〕5号\n各中小学：', '云教发〔2012〕5号'],
    ['关于做好工作的通知\n云教发〔2012〕5号    签发人：某某\n各中小学：', '云教发〔2012〕5号'],
    ['关于做好工作的通知（云教发〔2012〕5号）\n各中小学：', '云教发〔2012〕5号'],
    ['关于转发云教发〔2012〕5号的通知\n各中小学：', ''],
    ['关于做好工作的通知\n根据云教发〔2012〕5号，', ''],
  ])('finds its own number in %s', (text, number) => {
    expect(infer(text, 'policies')['docNumber']?.split('｜')[0]).toBe(number);
  });

  it('reads the named elements of a government page, in lines of one or several', () => {
    const text =
      '索 引 号：000014349/2012-00001 主题分类：教育\n发文机关：云岭区教育局 成文日期：2012年3月5日\n标　　题：关于做好工作的通知\n发文字号：云教发〔2012〕5号 发布日期：2012年3月9日\n各中小学：\n正文。';
    expect(infer(text, 'policies')).toMatchObject({
      title: '关于做好工作的通知｜原文写明',
      issuer: '云岭区教育局｜原文写明',
      docNumber: '云教发〔2012〕5号｜原文写明',
      issuedOn: '2012-03-05｜原文写明',
      publishedOn: '2012-03-09｜原文写明',
      kind: '通知｜原文写明',
    });
  });

  it('falls back to the file name for a title, and says so', () => {
    expect(infer('一年来，工作已经完成。')['title']).toBe('文件名｜推断');
  });

  it('takes a text that breaks off for an excerpt', () => {
    expect(infer('云岭区教研室工作计划\n现将工作总结如下...')['completeness']).toBe('摘录｜推断');
    expect(infer('云岭区教研室工作计划\n本年度的工作还有')['completeness']).toBe('全文｜未知');
  });
});

describe('title', () => {
  it.each([
    [
      '云岭区教育局关于印发\n《云岭区教研规划（2018—2025年）》\n的通知\n各校：\n正文。',
      '云岭区教育局关于印发《云岭区教研规划（2018—2025年）》的通知',
    ],
    [
      '云岭区教育局关于进一步加快特殊教育\n事业发展的意见\n各校：\n正文。',
      '云岭区教育局关于进一步加快特殊教育事业发展的意见',
    ],
    [
      '云岭区教育局印发\n《云岭区教研办法》\n为了加强教研，制定本办法，请遵照执行。',
      '云岭区教育局印发《云岭区教研办法》',
    ],
    [
      '云岭区教育局文件\n云教发〔2008〕33号\n━━━━━━━━\n云岭区教育局\n关于做好开学工作的通知\n各校：\n正文。',
      '云岭区教育局关于做好开学工作的通知',
    ],
    ['抓德育　促养成\n云岭区中心小学\n2012年德育工作总结\n正文。', '云岭区中心小学2012年德育工作总结'],
    ['云岭区教育局关于先进的决定\n表彰名单的通知\n正文。', '云岭区教育局关于先进的决定'],
    ['关于减负\n一、不补课的通知\n正文。', '关于减负'],
  ])('%s', (text, title) => {
    expect(infer(text, 'policies')['title']).toBe(`${title}｜原文写明`);
  });

  it('is followed by the number even below other lines of the head', () => {
    const head = '关于管辖的规定\n2021年12月27日审判委员会会议通过\n云岭区教育局\n云教发〔2022〕13号\n';
    expect(infer(`${head}为了完善管辖制度，合理定位各校职能，制定本规定。`, 'policies')['docNumber']).toBe(
      '云教发〔2022〕13号｜原文写明',
    );
    expect(
      infer(
        '关于管辖的规定\n为了完善管辖制度，合理定位各校职能，制定本规定。\n云教发〔2022〕13号',
        'policies',
      )['docNumber'],
    ).toBe('｜未知');
  });
});

describe('isDateLine', () => {
  it.each(['2012年2月20日', '２０１２年２月２０日', '二〇一二年二月二十日', '2015年2月30日'])(
    '%s is written as a date',
    (line) => expect(isDateLine(line)).toBe(true),
  );
  it.each(['2012年2月20日印发', '于2012年2月20日', '2012年'])('%s is not', (line) =>
    expect(isDateLine(line)).toBe(false),
  );
});

describe('findDate', () => {
  it.each([
    ['发布 2021-11-22 13:35:28 阅读 3186', '2021-11-22'],
    ['2012年2月9日', '2012-02-09'],
    ['二〇一二年十二月三十一日', '2012-12-31'],
    ['二○一二年二月二十日', '2012-02-20'],
    ['２０１２年２月２０日', '2012-02-20'],
  ])('%s', (text, iso) => {
    expect(findDate(text)?.iso).toBe(iso);
  });

  it.each(['2012年2月30日', '2012年13月1日', '2011-2012学年', '没有日期', '2100年2月29日'])(
    '%s is no day',
    (text) => {
      expect(findDate(text)).toBeUndefined();
    },
  );
});

describe('kinds', () => {
  it('come from the last words of a title', () => {
    expect(kindOfTitle('云岭区校本教研实施方案（试行）')).toMatchObject({
      kind: '实施方案',
      collection: 'plans',
    });
    expect(kindOfTitle('关于印发《计划》的通知')).toMatchObject({ kind: '通知', collection: 'policies' });
    expect(kindOfTitle('教育惩戒规则')).toBeUndefined();
  });

  it('fit the collection asked for', () => {
    expect(kindIn('policies', kindOfTitle('云岭区校本教研实施方案'))).toEqual({
      kind: '方案',
      certain: true,
    });
    expect(kindIn('plans', kindOfTitle('关于工作的通知'))).toEqual({ kind: '工作计划', certain: false });
  });
});
