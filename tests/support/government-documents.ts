import fc from 'fast-check';
import { formatChineseNumeral } from '../../src/core/numerals.ts';
import { LAYOUTS, PARAGRAPHS, type PageDocument, type PageStyle } from './government-pages.ts';

const OFFICES = ['云岭区教育局', '云岭区人民政府办公室', '云岭区教研室'];
const CODES: Record<string, string> = {
  云岭区教育局: '云教发',
  云岭区人民政府办公室: '云政办发',
  云岭区教研室: '云教研字',
};
const MATTERS = [
  '做好校本教研工作',
  '印发《云岭区教学管理规范（试行）》',
  '加强“三个课堂”建设',
  '进一步规范中小学作业管理',
];
const KINDS = ['通知', '意见', '通报', '函', '决定'];
const SENTENCES = [
  '根据《云岭区教学管理规范》（云教发〔2011〕2号），现就有关工作通知如下：',
  '各校要建立听课、评课制度，每学期不少于20节；校长是第一责任人。',
  '一、建立制度',
  '（一）每周集体备课一次，做到定时间、定地点、定内容。',
  '1.备课组长负责记录，<教案>与{反思}一并存档 *备查*。',
  '二、落实责任',
  '第3季度的检查由教研室承担，联系电话见附表，2012年9月1日起执行。',
  '特此通知。',
];

const two = (value: number): string => String(value).padStart(2, '0');
const day = fc.record({
  year: fc.integer({ min: 2005, max: 2022 }),
  month: fc.integer({ min: 1, max: 12 }),
  date: fc.integer({ min: 1, max: 28 }),
});

/** Documents of the fictional 云岭 offices. */
export const documents: fc.Arbitrary<PageDocument> = fc
  .record({
    issuer: fc.constantFrom(...OFFICES),
    matter: fc.constantFrom(...MATTERS),
    kind: fc.constantFrom(...KINDS),
    sequence: fc.integer({ min: 1, max: 400 }),
    issued: day,
    later: fc.integer({ min: 0, max: 3 }),
    han: fc.boolean(),
    sentences: fc.array(fc.constantFrom(...SENTENCES), { minLength: 2, maxLength: 8 }),
    attached: fc.boolean(),
    noted: fc.boolean(),
  })
  .map(({ issuer, matter, kind, sequence, issued, later, han, sentences, attached, noted }) => {
    const { year, month, date } = issued;
    const hanYear = Array.from(String(year), (digit) => '〇一二三四五六七八九'[Number(digit)]).join('');
    const signed = han
      ? `${hanYear}年${formatChineseNumeral(month)}月${formatChineseNumeral(date)}日`
      : `${year}年${month}月${date}日`;
    const published = { year: year + later, month, date };
    return {
      title: `${issuer}关于${matter}的${kind}`,
      number: `${CODES[issuer]}〔${year}〕${sequence}号`,
      issuer,
      signed,
      issuedOn: `${year}-${two(month)}-${two(date)}`,
      published: `${published.year}年${two(month)}月${two(date)}日`,
      publishedOn: `${published.year}-${two(month)}-${two(date)}`,
      paragraphs: [
        '各中小学、幼儿园：',
        '为进一步提高教学质量，经研究，现将有关事项通知如下，请认真贯彻执行。',
        ...sentences,
        issuer,
        signed,
        ...(noted ? ['（此件公开发布）'] : []),
        ...(attached
          ? [
              '附件',
              '云岭区校本教研细则',
              '第一条 为了规范教研工作，制定本细则。',
              '本细则由云岭区教育局负责解释。',
            ]
          : []),
      ],
    };
  });

/** Ways to make up their pages. */
export const styles: fc.Arbitrary<PageStyle> = fc.record({
  layout: fc.constantFrom(...(Object.keys(LAYOUTS) as (keyof typeof LAYOUTS)[])),
  paragraphs: fc.constantFrom(...(Object.keys(PARAGRAPHS) as (keyof typeof PARAGRAPHS)[])),
  chrome: fc.boolean(),
  titleInText: fc.boolean(),
  numberInText: fc.boolean(),
  meta: fc.boolean(),
});
