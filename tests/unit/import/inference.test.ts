import { describe, expect, it } from 'vitest';
import type { Collection } from '../../../src/core/collections.ts';
import { formatPeriod } from '../../../src/core/period.ts';
import { readClosing } from '../../../src/import/closing.ts';
import { readElements } from '../../../src/import/elements.ts';
import { readHeader } from '../../../src/import/header.ts';
import { periodIn } from '../../../src/import/infer-period.ts';
import { sourceLines } from '../../../src/import/lines.ts';
import { inferMetadata } from '../../../src/import/metadata.ts';
import { observe } from '../../../src/import/observations.ts';
import { officeNames } from '../../../src/import/office-names.ts';

/** What is concluded from a text, fields and observations, as `value｜confidence`. */
function conclude(text: string, collection: Collection = 'policies'): Record<string, string> {
  const { lines } = sourceLines(text, false);
  const elements = readElements(lines);
  const header = readHeader(lines, elements.title);
  const body = lines.filter(
    (line) => line !== header.published && line !== header.number && !header.title.includes(line),
  );
  const agencies = [{ code: '云教发', issuer: '云岭区教育局' }];
  const fields = inferMetadata({
    collection,
    header,
    elements,
    body,
    baseName: '文件名',
    agencies,
    pagePublished: undefined,
  });
  const all = [...fields, ...observe(header, body, readClosing(body))];
  for (const { evidence } of all) expect(evidence).not.toBe('');
  return Object.fromEntries(
    all.map(({ field, value, confidence }) => [field, `${value ?? ''}｜${confidence}`]),
  );
}

const NOTICE = '云岭区教育局关于做好工作的通知\n各中小学：\n现将有关事项通知如下，请遵照执行。\n';

describe('成文日期 and 发文机关 of the signature', () => {
  it.each([
    ['云岭区教育局\n2012年2月20日', '2012-02-20', '云岭区教育局'],
    ['云岭区教育局\n二○一二年二月二十日', '2012-02-20', '云岭区教育局'],
    ['云岭区教育局\n二〇一二年二月二十日', '2012-02-20', '云岭区教育局'],
    ['云岭区教育局\n二O一二年二月二十日', '2012-02-20', '云岭区教育局'],
    ['云岭区教育局\n二0一二年二月二十日', '2012-02-20', '云岭区教育局'],
    ['云岭区教育局\n二零一二年十二月三十一日', '2012-12-31', '云岭区教育局'],
    ['云岭区教育局\n２０１２年２月２０日', '2012-02-20', '云岭区教育局'],
    ['云岭区教育局\n2012 年 2 月 20 日', '2012-02-20', '云岭区教育局'],
    ['云岭区教育局\n2012.2.20', '2012-02-20', '云岭区教育局'],
    ['云岭区教育局（盖章）\n2012年2月20日', '2012-02-20', '云岭区教育局'],
    ['云岭区教育局（公章）\n2012年2月20日', '2012-02-20', '云岭区教育局'],
    ['云 岭 区 教 育 局\n2012年2月20日', '2012-02-20', '云岭区教育局'],
    ['云岭区教育局 2012年2月20日', '2012-02-20', '云岭区教育局'],
    ['云岭区教育局2012年2月20日', '2012-02-20', '云岭区教育局'],
    ['云岭区教育局\n2012年2月20日\n（此件公开发布）', '2012-02-20', '云岭区教育局'],
    [
      '云岭区教育局\n2012年2月20日\n抄送：区委办公室，区政府办公室。\n云岭区教育局办公室 2012年2月21日印发',
      '2012-02-20',
      '云岭区教育局',
    ],
    [
      '云岭区教育局\n2012年2月20日\n附件\n云岭区教学评估细则\n一、甲\n各校要认真执行。\n二、乙\n各校要认真总结。\n三、丙\n各校要认真评比。',
      '2012-02-20',
      '云岭区教育局',
    ],
    [
      '云岭区教育局\n2012年2月20日\n附件1\n调查报告\n经查，情况属实。\n云岭区调查组\n2012年1月3日',
      '2012-02-20',
      '云岭区教育局',
    ],
    [
      '云岭区教育局\n2012年2月20日\n云岭区教学管理办法\n第一条 为了加强管理，制定本办法。',
      '2012-02-20',
      '云岭区教育局',
    ],
    ['云岭区教育局\n云岭区财政局\n2012年2月20日', '2012-02-20', '云岭区教育局、云岭区财政局'],
    ['云岭区教育局 云岭区财政局\n2012年2月20日', '2012-02-20', '云岭区教育局、云岭区财政局'],
    [
      '云岭区教育局　云岭区财政局　云岭区人力资源和社会保障局\n2012年2月20日',
      '2012-02-20',
      '云岭区教育局、云岭区财政局、云岭区人力资源和社会保障局',
    ],
    [
      '共青团云岭区委\n云岭区总工会\n云岭区妇联\n2012年2月20日',
      '2012-02-20',
      '共青团云岭区委、云岭区总工会、云岭区妇联',
    ],
    ['云岭区教育局\n二〇一二年二月', '', '云岭区教育局'],
    ['云岭区教育局\n2012年2月30日', '', '云岭区教育局'],
    ['云岭区教育局', '', '云岭区教育局'],
  ])('%s', (closing, issued, issuer) => {
    const { issuedOn, issuer: by } = conclude(
      `关于做好工作的通知\n各中小学：\n现将有关事项通知如下，请遵照执行。\n${closing}`,
    );
    expect([issuedOn?.split('｜')[0], by]).toEqual([issued, `${issuer}｜原文写明`]);
  });

  it.each([
    ['2012年2月20日以前上报。', ''],
    ['会议于\n2012年2月20日\n在区教育局召开，各校参加了会议。', ''],
    ['特此通知。\n2012年2月20日', '2012-02-20'],
  ])('is none in the text: %s', (closing, issued) => {
    expect(conclude(`${NOTICE}${closing}`)['issuedOn']?.split('｜')[0]).toBe(issued);
  });

  it('reads who signs an order', () => {
    const order = conclude(
      '云岭区人民政府令\n第12号\n《云岭区教育督导办法》已经区政府常务会议通过，现予公布，自2012年6月1日起施行。\n区长　某某\n2012年3月5日\n云岭区教育督导办法\n第一条 为了加强督导，制定本办法。',
    );
    expect(order).toMatchObject({
      docNumber: '云岭区人民政府令第12号｜原文写明',
      issuedOn: '2012-03-05｜原文写明',
      effectiveOn: '2012-06-01｜原文写明',
      kind: '命令（令）｜原文写明',
      issuer: '云岭区人民政府｜推断',
    });
  });
});

describe('kind', () => {
  it.each([
    ['云岭区人民政府关于开展督导的通告', '通告｜原文写明'],
    ['云岭区教育局公告', '公告｜原文写明'],
    ['云岭区人民政府关于同意设立云岭第三小学的批复', '批复｜原文写明'],
    ['云岭区教育局关于商请支持教研活动的函', '函｜原文写明'],
    ['云岭区教育局关于校车问题的复函', '函｜原文写明'],
    ['云岭区教育局对区人大第5号建议的答复', '函｜原文写明'],
    ['云岭区教育局关于加强教研工作的意见', '意见｜原文写明'],
    ['云岭区教育局关于加强教研工作的实施意见（试行）', '意见｜原文写明'],
    ['云岭区教育局关于表彰优秀教师的决定', '决定｜原文写明'],
    ['云岭区教育局局务会议纪要', '会议纪要｜原文写明'],
    ['云岭区教育局关于教研经费的请示', '请示｜原文写明'],
    ['云岭区教育局关于教学检查情况的通报', '通报｜原文写明'],
    ['云岭区中小学教学管理规定（云政发〔2012〕3号）', '规定｜原文写明'],
    ['云岭区校外培训管理暂行办法（征求意见稿）', '办法｜原文写明'],
    ['云岭区教育局关于印发《云岭区教研工作规划》的通知', '通知｜原文写明'],
    ['云岭区教研工作规则', '未知｜推断'],
  ])('%s', (title, kind) => {
    expect(conclude(`${title}\n各单位：\n现就有关事项说明如下。`)['kind']).toBe(kind);
  });

  it('is taken from the number where the title names none', () => {
    expect(conclude('云岭区教研工作规则\n云教函〔2012〕3号\n各校：\n正文。')['kind']).toBe('函｜推断');
  });
});

describe('period in a title', () => {
  it.each([
    ['2011-2012学年度第一学期教研工作计划', '2011—2012学年第一学期', true],
    ['2012—2013学年工作计划', '2012—2013学年', true],
    ['2012～2013学年度工作计划', '2012—2013学年', true],
    ['2012/2013学年第二学期计划', '2012—2013学年第二学期', true],
    ['2012至2013学年计划', '2012—2013学年', true],
    ['2012年—2013年学年度计划', '2012—2013学年', true],
    ['2012-2013学年上学期计划', '2012—2013学年第一学期', true],
    ['2012-2013学年（下）教学计划', '2012—2013学年第二学期', true],
    ['2012-2013年度第二学期计划', '2012—2013学年第二学期', true],
    ['二〇一二—二〇一三学年度计划', '2012—2013学年', true],
    ['11—12学年第一学期计划', '2011—2012学年第一学期', false],
    ['2011—12学年计划', '2011—2012学年', false],
    ['2012学年第一学期计划', '2012—2013学年第一学期', false],
    ['2012学年度工作计划', '2012—2013学年', false],
    ['2012年秋季学期工作计划', '2012—2013学年第一学期', false],
    ['2012年春学期教研计划', '2011—2012学年第二学期', false],
    ['2012年上半年工作总结', '2012年', false],
    ['2012年第一季度工作要点', '2012年', false],
    ['2012年9月份教研计划', '2012年', false],
    ['二〇一二年工作计划', '2012年', true],
    ['二○一二年度工作总结', '2012年', true],
    ['二O一二年工作计划', '2012年', true],
    ['２０１２年工作计划', '2012年', true],
    ['2012年度工作计划', '2012年', true],
    ['2012—2014学年工作计划', '', true],
    ['工作计划', '', true],
  ])('%s', (title, period, plain) => {
    const found = periodIn(title);
    expect(found ? formatPeriod(found.period) : '').toBe(period);
    if (found) expect(found.reason === undefined).toBe(plain);
  });

  it('is none that the library can hold where a title spans years', () => {
    expect(conclude('云岭区教研室2012—2015年工作计划\n正文。', 'plans')['period']).toBe('｜未知');
  });
});

describe('laws', () => {
  const ARTICLES = '\n第一章 总则\n第一条 为了发展教育，制定本条例。\n第二条 本条例自2012年6月1日起施行。';
  it.each([
    [
      '（2012年2月29日云岭市第三届人民代表大会常务委员会第五次会议通过 自2012年6月1日起施行）',
      '2012-02-29',
      '2012-06-01',
    ],
    ['2012年2月29日 云岭市第三届人民代表大会常务委员会第五次会议通过', '2012-02-29', '2012-06-01'],
    [
      '2009年1月3日 云岭市人民政府令第9号公布\n2012年2月29日 云岭市人民政府令第12号修订',
      '2012-02-29',
      '2012-06-01',
    ],
    [
      '2012年2月29日 云岭市人民代表大会常务委员会《关于修改2011年部分条例的决定》修正',
      '2012-02-29',
      '2012-06-01',
    ],
    ['2016年2月29日 云岭市第四届人民代表大会常务委员会第五次会议修正', '2016-02-29', undefined],
  ])('%s', (line, issued, effective) => {
    const law = conclude(`云岭市教育条例\n${line}${ARTICLES}`);
    expect(law['issuedOn']).toBe(`${issued}｜推断`);
    expect(law['effectiveOn']).toBe(effective && `${effective}｜原文写明`);
    expect(law['kind']).toBe('条例｜原文写明');
  });

  it('names who passed it, and the last day of a text that ends', () => {
    const law = conclude(
      `云岭市教育条例\n（2012年2月29日云岭市第三届人民代表大会常务委员会第五次会议通过）${ARTICLES}`,
    );
    expect(law['issuer']).toBe('云岭市人民代表大会常务委员会｜推断');
    expect(
      conclude(`${NOTICE}本通知自2012年6月1日起施行，有效期至2017年5月31日。\n云岭区教育局\n2012年5月2日`),
    ).toMatchObject({
      effectiveOn: '2012-06-01｜原文写明',
      expiresOn: '2017-05-31｜原文写明',
    });
    expect(
      conclude(`${NOTICE}《云岭区旧办法》自2013年6月1日起施行。\n云岭区教育局\n2012年5月2日`)['effectiveOn'],
    ).toBeUndefined();
  });
});

describe('observations', () => {
  it.each([
    ['各中小学、幼儿园：', '各中小学、幼儿园｜推断'],
    ['各镇（街）教委办，区直学校：', '各镇（街）教委办，区直学校｜原文写明'],
    ['云岭区财政局：', '云岭区财政局｜原文写明'],
    ['现将有关事项通知如下：', undefined],
  ])('%s', (line, addressee) => {
    expect(
      conclude(`云岭区教育局关于做好工作的通知\n云教发〔2012〕5号\n${line}\n正文在此。`)['主送机关'],
    ).toBe(addressee);
  });

  it('knows enclosures, signature, note, copies and imprint', () => {
    const text = `${NOTICE}附件：1.评分表\n2.名单\n云岭区教育局\n2012年2月20日\n（此件公开发布）\n抄送：区委办公室。\n云岭区教育局办公室 2012年2月21日印发`;
    expect(conclude(text)).toMatchObject({
      附件说明: '1.评分表；2.名单｜原文写明',
      落款: '云岭区教育局 2012年2月20日｜原文写明',
      附注: '此件公开发布｜原文写明',
      抄送机关: '区委办公室。｜原文写明',
      印发机关和印发日期: '云岭区教育局办公室 2012年2月21日印发｜原文写明',
    });
  });
});

describe('names of offices', () => {
  it.each([
    ['云岭区教育局', ['云岭区教育局']],
    ['云岭区教育局 云岭区财政局', ['云岭区教育局', '云岭区财政局']],
    ['云岭区教育局、云岭区财政局', ['云岭区教育局', '云岭区财政局']],
    ['云 岭 区 教 育 局', ['云岭区教育局']],
    ['云岭区教育局（章）', ['云岭区教育局']],
    ['特此通知', []],
    ['区长 某某', []],
    ['关于做好工作的通知', []],
    ['云岭区教学工作总结', []],
  ])('%s', (text, names) => {
    expect(officeNames(text)).toEqual(names);
  });
});
