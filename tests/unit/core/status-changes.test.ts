import { describe, expect, it } from 'vitest';
import { asOfDay, documentLives, type LivingDocument } from '../../../src/core/settle-status.ts';
import { changeReason, changeTitle, statusChanges } from '../../../src/core/status-changes.ts';

const document = (id: string, more: Partial<LivingDocument> = {}): LivingDocument => ({
  ...{ id, docNumber: null, relations: {}, status: '未核实', statusSince: null },
  ...{ issuedOn: null, publishedOn: null },
  ...more,
});
const livesOf = (documents: LivingDocument[], given?: string) =>
  documentLives(documents, asOfDay(documents, given));
const changesOf = (documents: LivingDocument[], given?: string) =>
  statusChanges(livesOf(documents, given)).map(({ id, day, before, status, by }) => [
    id,
    day,
    before,
    status,
    by,
  ]);

describe('statusChanges', () => {
  const old = document('policies/old', {
    ...{ docNumber: '云教发〔2008〕2号', issuedOn: '2008-01-01', status: '现行有效' },
  });
  const repealing = document('policies/new', {
    ...{ issuedOn: '2015-05-01', effectiveOn: '2015-09-01', status: '现行有效' },
    relations: { repeals: ['云教发〔2008〕2号'] },
  });

  it('tells a repeal and a coming into force on their day, newest first, with what brought them about', () => {
    expect(changesOf([old, repealing], '2020-01-01')).toEqual([
      ['policies/new', '2015-09-01', '尚未生效', '现行有效', null],
      ['policies/old', '2015-09-01', '现行有效', '废止', 'policies/new'],
    ]);
  });

  it('tells nothing that is still to come on the day of the library', () => {
    expect(changesOf([old, repealing], '2015-08-31')).toEqual([]);
  });

  it('tells an expiry on the day after the last, and a stated end on its own', () => {
    expect(
      changesOf(
        [
          document('policies/a', { issuedOn: '2010-01-01', status: '现行有效', expiresOn: '2012-12-31' }),
          document('policies/b', { issuedOn: '2010-01-01', status: '废止', statusSince: '2011-06-01' }),
        ],
        '2020-01-01',
      ),
    ).toEqual([
      ['policies/a', '2013-01-01', '现行有效', '失效', null],
      ['policies/b', '2011-06-01', '现行有效', '废止', null],
    ]);
  });

  it('tells no change of what is known by the year only, is not verified, or was merely issued', () => {
    const byYear = document('policies/y', {
      ...{ docNumber: '云教发〔2015〕1号', relations: { repeals: ['云教发〔2008〕2号'] } },
    });
    const plain = document('policies/p', { issuedOn: '2012-01-01', publishedOn: '2012-02-01' });
    expect(changesOf([old, byYear, plain], '2020-01-01')).toEqual([]);
  });

  it('is worded with the names of both', () => {
    const named = new Map([
      ['policies/old', { title: '旧办法', docNumber: '云教发〔2008〕2号' }],
      ['policies/new', { title: '新办法', docNumber: null }],
    ]);
    const repeal = statusChanges(livesOf([old, repealing], '2020-01-01'))[1];
    if (!repeal) throw new Error('no change');
    expect(changeTitle(repeal, { title: '旧办法', docNumber: '云教发〔2008〕2号' })).toBe(
      '《旧办法》（云教发〔2008〕2号）已废止',
    );
    expect(changeReason(repeal, (id) => named.get(id))).toBe(
      '自2015-09-01起，有效性由“现行有效”变为“废止”。依据：《新办法》。',
    );
  });
});
