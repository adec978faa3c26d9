import { describe, expect, it } from 'vitest';
import type { RelatedDocument } from '../../../src/core/relations.ts';
import { documentLives, type LivingDocument, settleStatuses } from '../../../src/core/settle-status.ts';
import type { Status } from '../../../src/core/status.ts';
import { type BannerPart, inForceInstead, statusBanner } from '../../../src/core/status-banner.ts';
import { successionFinder } from '../../../src/core/succession.ts';

const TODAY = { day: '2020-01-01', given: true };

type Titled = LivingDocument & { title: string };

/** A document named by a letter, which is its title too. */
function document(
  id: string,
  relations: RelatedDocument['relations'] = {},
  more: Partial<Titled> = {},
): Titled {
  return {
    ...{ id, title: id, docNumber: null, status: '未核实', statusSince: null, relations },
    ...{ issuedOn: null, publishedOn: null },
    ...more,
  };
}

/** The library settled, with what banners are made from. */
function library(...documents: Titled[]) {
  const lives = documentLives(documents, TODAY);
  const settled = settleStatuses(documents, lives);
  const successionOf = successionFinder(settled);
  const find = (id: string) => settled.find((each) => each.id === id);
  const banner = (id: string, basis?: string): string | undefined => {
    const life = lives.get(id);
    const agents = (kind: string) =>
      (life?.deeds ?? []).flatMap((deed) => (deed.kind === kind ? deed.by : []));
    const sources = {
      ...{ successionOf, find, basis },
      ...{ repealers: agents('repeals'), amenders: agents('amends') },
    };
    return life && statusBanner(id, life, life.standing, sources)?.map(words).join('');
  };
  return { banner, successionOf, instead: (id: string) => inForceInstead(id, { successionOf, find }) };
}

function words(part: BannerPart): string {
  if (typeof part === 'string') return part;
  return 'document' in part ? `《${part.document}》` : part.basis;
}

const valid = { status: '现行有效' as Status };

describe('successionFinder', () => {
  it('follows repeals to what is in force', () => {
    const { successionOf, instead } = library(
      document('a'),
      document('b', { repeals: ['a'] }),
      document('c', { repeals: ['b'] }, valid),
    );
    expect(successionOf('a')).toEqual({ ends: ['c'], lost: false });
    expect(instead('a')).toEqual(['c']);
  });

  it('gives every end of a fork once, in order', () => {
    const { successionOf } = library(
      document('a'),
      document('b', { repeals: ['a'] }),
      document('c', { repeals: ['a'] }),
      document('d', { repeals: ['b', 'c'] }, valid),
      document('e', { repeals: ['c'] }, valid),
    );
    expect(successionOf('a')).toEqual({ ends: ['d', 'e'], lost: false });
  });

  it('comes out of a circle with nothing', () => {
    const { successionOf } = library(document('a', { repeals: ['b'] }), document('b', { repeals: ['a'] }));
    expect(successionOf('a')).toEqual({ ends: [], lost: true });
  });

  it('stops where what is held knows no more', () => {
    const { successionOf } = library(
      document('a'),
      document('b', { repeals: ['a'] }, { status: '失效', statusSince: '2016-01-01' }),
    );
    expect(successionOf('a')).toEqual({ ends: [], lost: true });
  });

  it('takes no document for a successor that only repeals', () => {
    const { successionOf } = library(
      document('a'),
      document('b', { repeals: ['a'] }, { title: '关于废止一批文件的通知', ...valid }),
    );
    expect(successionOf('a').ends).toEqual([]);
  });
});

describe('statusBanner', () => {
  it('says by what and when a document was repealed, and what is in force now', () => {
    const { banner } = library(
      document('a'),
      document('b', { repeals: ['a'] }, { issuedOn: '2010-01-01' }),
      document('c', { repeals: ['b'] }, { issuedOn: '2015-06-01', ...valid }),
    );
    expect(banner('a')).toBe('本文件已于 2010-01-01 被《b》废止，现行的是《c》。');
    expect(banner('b')).toBe('本文件已于 2015-06-01 被《c》废止，后者现行有效。');
    expect(banner('c')).toBeUndefined();
  });

  it.each([
    ['已修改', '有效，已修改', '《c》（已修改）'],
    ['部分失效', '部分失效', '《c》（部分失效）'],
  ] as const)('says that what took its place is %s', (status, said, named) => {
    const { banner } = library(
      document('a'),
      document('b', { repeals: ['a'] }, { issuedOn: '2010-01-01' }),
      document('c', { repeals: ['b'] }, { issuedOn: '2015-06-01', status }),
    );
    expect(banner('b')).toBe(`本文件已于 2015-06-01 被《c》废止，后者${said}。`);
    expect(banner('a')).toBe(`本文件已于 2010-01-01 被《b》废止，现行的是${named}。`);
  });

  it('claims no more than is known', () => {
    const { banner } = library(
      document('a'),
      document('b', { repeals: ['a'] }, { docNumber: '云教发〔2010〕1号' }),
      document('c', { repeals: ['b'] }),
      document('d', {}, { status: '废止' }),
      document('e', {}, { status: '失效', statusSince: '2014-01-01' }),
    );
    expect(banner('a')).toBe('本文件已于 2010年（据文号年份）被《b》废止，其后接续的是《c》（效力未核实）。');
    expect(banner('b')).toBe('本文件已被《c》废止，后者的效力未核实。');
    expect(banner('c')).toBeUndefined();
    expect(banner('d', '存档登记簿')).toBe('本文件已废止，依据：存档登记簿。');
    expect(banner('e', '目录')).toBe('本文件已于 2014-01-01 失效，依据：目录。');
  });

  it('speaks of amendments, expiry and what is still to come', () => {
    const { banner } = library(
      document('a', {}, { ...valid, expiresOn: '2015-12-31' }),
      document('b', {}, { ...valid, effectiveOn: '2021-09-01' }),
      document('c', {}, valid),
      document('d', { amends: ['c'] }, { issuedOn: '2013-05-01' }),
      document('e', {}, { status: '部分失效', statusSince: '2014-01-01' }),
    );
    expect(banner('a')).toBe('本文件有效期至 2015-12-31，已失效。');
    expect(banner('b')).toBe('本文件自 2021-09-01 起施行，尚未生效。');
    expect(banner('c')).toBe('本文件已于 2013-05-01 由《d》修改。');
    expect(banner('e', '云教发〔2014〕1号')).toBe(
      '本文件已于 2014-01-01 部分失效，依据：云教发〔2014〕1号。',
    );
  });
});
