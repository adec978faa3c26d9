import { describe, expect, it } from 'vitest';
import { levelFinder } from '../../../src/core/agency-level.ts';

const levelOf = levelFinder([
  { code: '云教发', issuer: '云岭区教育局', level: '县级' },
  { code: '岭教发', issuer: '岭南市教育局', level: '市级' },
  { code: '岭教函', issuer: '岭南市教育局', level: '市级' },
  { code: '云联发', issuer: '云岭区联合办公室', level: '县级' },
  { code: '联办发', issuer: '云岭区联合办公室', level: '市级' },
  { code: '某教发', issuer: '某教育局', level: '未知' },
]);

describe('the level of a document', () => {
  it.each<[string | null, string, string]>([
    ['云教发〔2009〕67号', '云岭区教育局', '县级'],
    ['岭教发〔2009〕6号', '云岭区教育局', '市级'],
    [null, '岭南市教育局', '市级'],
    ['未登记发〔2009〕6号', '岭南市教育局', '市级'],
    [null, '云岭区联合办公室', ''],
    ['某教发〔2009〕6号', '某教育局', ''],
    [null, '无名办公室', ''],
  ])('%s, %s: %s', (docNumber, issuer, level) => {
    expect(levelOf({ docNumber, issuer })).toBe(level);
  });
});
