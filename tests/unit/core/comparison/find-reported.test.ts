import { describe, expect, test } from 'vitest';
import { findReported } from '../../../../src/core/comparison/find-reported.ts';
import { passagesFrom } from './documents.ts';

const PLAN = passagesFrom(`
各学校：
# 一、措施
1.开展“推门听课”活动，教研员随机进课堂，课后当场评议。
2.实施“青蓝工程”，为每名新教师配备一名指导教师，师徒签订协议。
3.规范作业布置与批改，小学一、二年级不留书面家庭作业。
4.认真落实课程方案，开齐课程、开足课时。
5.教学常规检查优良率达到90%以上。
云岭区教研室`);
const SUMMARY = passagesFrom(`
# 一、主要成绩
坚持“推门听课”，全年听课1260节，课后当场评议。“青蓝工程”结对96对。
认真落实安全责任制，教学常规检查优良率达到92%。`);

describe('findReported', () => {
  const found = findReported(PLAN, SUMMARY);
  const by = (start: string) => found.find(({ plan }) => plan.text.startsWith(start));
  const marked = (runs: readonly { text: string; changed: boolean }[] = []): string[] =>
    runs.filter(({ changed }) => changed).map(({ text }) => text);

  test('has each passage of the plan once, in order, and looks only for measures', () => {
    expect(found.map(({ plan }) => plan)).toEqual(PLAN);
    expect(found.map(({ sought }) => sought)).toEqual([false, false, true, true, true, true, true, false]);
  });

  test('finds a measure by the words that it shares, and marks them', () => {
    expect(by('1.')?.near[0]?.passage.text).toContain('推门听课');
    expect(marked(by('1.')?.runs)).toContain('推门听课');
    expect(marked(by('1.')?.near[0]?.runs).join()).toContain('课后当场评议');
  });

  test('finds a measure by its name in quotes alone', () => {
    expect(by('2.')?.near).toHaveLength(1);
  });

  test('finds nothing where only common words are shared', () => {
    expect(by('3.')?.near).toEqual([]);
    expect(by('4.')?.near).toEqual([]);
  });

  test('marks no part of a number', () => {
    expect(marked(by('5.')?.runs)).toEqual(['教学常规检查优良率达到']);
  });

  test('an empty summary has nothing near', () => {
    expect(findReported(PLAN, []).every(({ near }) => near.length === 0)).toBe(true);
    expect(findReported([], SUMMARY)).toEqual([]);
  });
});
