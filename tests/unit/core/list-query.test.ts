import { describe, expect, it } from 'vitest';
import { answersList, asksAnything, type ListQuery } from '../../../src/core/list-query.ts';

const NOTHING: ListQuery = { text: '', collection: '', year: '', issuer: '', completeness: '', status: '' };
const ROW = {
  text: '关于加强听课工作的通知 云教发〔2011〕5号',
  collection: 'policies',
  years: ['2011', '2012'],
  issuer: '云岭区教育局',
  completeness: '全文',
  status: '废止',
};
const answers = (query: Partial<ListQuery>): boolean => answersList(ROW, { ...NOTHING, ...query });

describe('a row of a list', () => {
  it.each(['云教发（2011）5', '云教发[2011]5号', '听课 通知', '通知　听课', '２０１１', ''])(
    'answers to %s',
    (text) => {
      expect(answers({ text })).toBe(true);
    },
  );

  it('answers to nothing that it lacks', () => {
    expect(answers({ text: '听课 评课' })).toBe(false);
    expect(answers({ year: '2013' })).toBe(false);
    expect(answers({ text: '听课', status: '现行有效' })).toBe(false);
  });

  it('answers to each of its years', () => {
    expect(answers({ year: '2012', issuer: '云岭区教育局', collection: 'policies' })).toBe(true);
  });
});

it('spaces ask nothing', () => {
  expect(asksAnything({ ...NOTHING, text: ' ' })).toBe(false);
  expect(asksAnything({ ...NOTHING, year: '2012' })).toBe(true);
});
