import { describe, expect, it } from 'vitest';
import { buildTargetIndex, type Citable, findTargets } from '../../../src/core/target-index.ts';

const citable = (title: string, more: Partial<Citable> = {}): Citable => ({
  ...{ title, issuer: '云岭区教育局', docNumber: null, aliases: [] },
  ...more,
});

/** Titles of the documents that answer to a cited title among `documents`. */
function byTitle(cited: string, ...documents: Citable[]): readonly string[] {
  const index = buildTargetIndex(documents, ({ title }) => title);
  return findTargets(index, { canonical: null, title: cited });
}

function byNumber(cited: string, ...documents: Citable[]): readonly string[] {
  const index = buildTargetIndex(documents, ({ title }) => title);
  return findTargets(index, { canonical: cited, title: null });
}

describe('a title cited without a number', () => {
  const notice = citable('关于印发《云岭区听课办法（试行）》的通知');
  const rules = citable('云岭区听课办法(试行)');
  const opinion = citable('关于加强听课的意见');

  it('is borne whatever the widths, brackets and spaces', () => {
    expect(byTitle('云岭区听课办法（试行）', rules)).toEqual([rules.title]);
  });

  it('may put the issuer in front of it', () => {
    expect(byTitle('云岭区教育局关于加强听课的意见', opinion)).toEqual([opinion.title]);
  });

  it('is never taken from another office', () => {
    expect(byTitle('云岭市教育局关于加强听课的意见', opinion)).toEqual([]);
    expect(byTitle('关于加强听课的意见', citable('云岭区教育局关于加强听课的意见'))).toEqual([]);
  });

  it('may be that of the text that a notice issues, unless a document bears it', () => {
    expect(byTitle('云岭区听课办法（试行）', notice)).toEqual([notice.title]);
    expect(byTitle('云岭区听课办法（试行）', notice, rules)).toEqual([rules.title]);
  });

  it('is not that of a notice that only forwards the text', () => {
    expect(byTitle('云岭区听课办法', citable('转发《云岭区听课办法》的通知'))).toEqual([]);
  });

  it('is ambiguous when several bear it or several issue it', () => {
    expect(byTitle('关于加强听课的意见', opinion, opinion)).toHaveLength(2);
    expect(byTitle('云岭区听课办法（试行）', notice, notice)).toHaveLength(2);
  });

  it('may be any text, also one that means something to JavaScript', () => {
    expect(byTitle('constructor', opinion)).toEqual([]);
    expect(byTitle('__proto__', citable('__proto__'))).toEqual(['__proto__']);
  });
});

describe('a cited number', () => {
  const order = citable('云岭条例', { docNumber: '国务院令第5号' });
  const renumbered = citable('计划', {
    docNumber: '云教发〔2012〕3号',
    aliases: ['云教发〔2012〕30号', 'plans/old'],
  });

  it('finds its document in any of its canonical forms', () => {
    expect(byNumber('国令第5号', order)).toEqual(['云岭条例']);
  });

  it('finds a document by its former number too', () => {
    expect(byNumber('云教发〔2012〕30号', renumbered)).toEqual(['计划']);
    expect(byNumber('云教发〔2012〕3号', renumbered)).toEqual(['计划']);
  });

  it('is ambiguous when it is one document’s and was another’s', () => {
    expect(
      byNumber('云教发〔2012〕30号', renumbered, citable('另', { docNumber: '云教发〔2012〕30号' })),
    ).toHaveLength(2);
  });
});
