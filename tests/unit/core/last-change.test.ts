import { describe, expect, it } from 'vitest';
import { lastChange, lastChangedOn } from '../../../src/core/last-change.ts';
import { inYear, onDay } from '../../../src/core/moments.ts';
import type { DocumentLife } from '../../../src/core/settle-status.ts';

const document = { docNumber: '云教发〔2011〕5号', issuedOn: '2011-03-01', publishedOn: null };
const life = (over: Partial<DocumentLife> = {}): DocumentLife => ({
  ...{
    status: '未核实',
    statusSince: null,
    issuedOn: '2011-03-01',
    deeds: [],
    day: '2020-01-01',
    periods: [],
  },
  standing: { status: '未核实', since: undefined, ground: null, by: null, certainty: 'certain' },
  ...over,
});

describe('the last change of a document', () => {
  it('is its issue or publication, where nothing else is known', () => {
    expect(lastChange(document, life())).toMatchObject({ label: '成文', at: { first: '2011-03-01' } });
    expect(lastChange({ ...document, publishedOn: '2011-03-05' }, life())).toMatchObject({ label: '发布' });
    expect(lastChange({ docNumber: null, issuedOn: null, publishedOn: null }, life())).toBeUndefined();
  });

  it('is what another document did to it', () => {
    const deeds = [
      { kind: 'amends' as const, by: 'policies/b', at: onDay('2013-05-01') },
      { kind: 'repeals' as const, by: 'policies/c', at: onDay('2015-09-01') },
    ];
    expect(lastChange(document, life({ deeds }))).toEqual({
      ...{ at: onDay('2015-09-01'), label: '废止', by: 'policies/c' },
    });
  });

  it('has come by the day as of which the site tells it: no clock is asked', () => {
    const effectiveOn = '2030-01-01';
    expect(lastChange(document, life({ effectiveOn }))).toMatchObject({ label: '成文' });
    expect(lastChange(document, life({ effectiveOn, day: '2030-01-01' }))).toMatchObject({ label: '施行' });
  });

  it('is the end of its term once the last day is over', () => {
    const expiresOn = '2019-12-31';
    expect(lastChange(document, life({ expiresOn }))).toMatchObject({ label: '有效期至' });
    expect(lastChange(document, life({ expiresOn, day: '2019-12-31' }))).toMatchObject({ label: '成文' });
  });
});

describe('the day of the last change', () => {
  it('is that of the last change which is known to the day', () => {
    expect(lastChangedOn({ ...document, publishedOn: '2011-03-05' }, life())).toBe('2011-03-05');
    expect(lastChangedOn(document, life({ expiresOn: '2019-12-31' }))).toBe('2019-12-31');
    expect(lastChangedOn(document, life({ expiresOn: '2019-12-31', day: '2019-12-31' }))).toBe('2011-03-01');
    const deeds = [{ kind: 'amends' as const, by: 'policies/b', at: inYear(2015) }];
    expect(lastChange(document, life({ deeds }))).toMatchObject({ label: '修改', at: inYear(2015) });
    expect(lastChangedOn(document, life({ deeds }))).toBe('2011-03-01');
  });

  it('is not that on which its force was looked into', () => {
    const checked = { status: '现行有效' as const, statusSince: '2019-05-01' };
    expect(lastChangedOn(document, life(checked))).toBe('2011-03-01');
  });

  it('is not known where no source tells a day', () => {
    const undated = { docNumber: '云教发〔2008〕2号', issuedOn: null, publishedOn: null };
    expect(lastChangedOn(undated, life({ issuedOn: null }))).toBeNull();
  });
});
