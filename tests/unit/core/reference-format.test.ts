import { describe, expect, it } from 'vitest';
import { type Referable, referenceParts } from '../../../src/core/reference-format.ts';

const notice: Referable = {
  title: '关于加强听课工作的通知',
  docNumber: '云教发〔2011〕5号',
  issuer: '云岭区教育局',
  issuedOn: '2011-01-10',
  publishedOn: null,
};
const URL = 'https://wenku.example/policies/yunjiaofa-2011-5/';
const reference = (change: Partial<Referable>): string =>
  referenceParts({ ...notice, ...change }, URL).join('2026-11-23');

describe('a reference after GB/T 7714—2025', () => {
  it('names author, title with number, type, date, citing date and address', () => {
    expect(reference({})).toBe(
      `云岭区教育局. 关于加强听课工作的通知：云教发〔2011〕5号[A/OL]. （2011-01-10）[2026-11-23]. ${URL}.`,
    );
  });

  it('gives the day of publication where the source published the document', () => {
    expect(reference({ publishedOn: '2011-02-01' })).toContain('[A/OL]. （2011-02-01）[2026-11-23].');
  });

  it('leaves out an unknown author, number and date, and puts nothing in their place', () => {
    expect(reference({ issuer: '未署名', docNumber: null, issuedOn: null })).toBe(
      `关于加强听课工作的通知[A/OL]. [2026-11-23]. ${URL}.`,
    );
  });

  it('keeps a title as its document has it, book-title marks included', () => {
    expect(reference({ title: '关于印发《听课办法》的通知' })).toContain(
      '. 关于印发《听课办法》的通知：云教发',
    );
  });
});
