import { describe, expect, it } from 'vitest';
import { formatCitation } from '../../../src/core/citation-format.ts';
import { buildLibrary, buildLinkTable } from '../../../src/core/library.ts';
import type { Reference } from '../../../src/core/references.ts';
import { findTargets } from '../../../src/core/target-index.ts';
import { libraryDocument as document } from '../../support/library-document.ts';

function mention(more: Partial<Reference>): Reference {
  return {
    kind: 'number',
    raw: '',
    canonical: null,
    title: null,
    anchor: 'p1',
    clause: null,
    sentence: '',
    ...more,
  };
}

const plan = document('plans/a', { docNumber: '云教研字〔2012〕3号' });
const policy = document('policies/b', { docNumber: '云教发〔2011〕5号', title: '关于听课的通知' });
const record = document('policies/c', { title: '听课评课办法', completeness: '题录', status: '废止' });
const twinOne = document('policies/d', { title: '工作规范（试行）' });
const twinTwo = document('policies/e', { title: '工作规范(试行)' });
const all = [plan, policy, record, twinOne, twinTwo];

describe('buildLibrary', () => {
  const library = buildLibrary(
    all,
    new Map([
      [
        plan.id,
        [
          mention({ canonical: '云教发〔2011〕5号', anchor: 's1' }),
          mention({ canonical: '云教发〔2009〕1号', title: '某办法' }),
          mention({ kind: 'title', title: '听课评课办法' }),
          mention({ kind: 'title', title: '工作规范（试行）' }),
          mention({ canonical: '云教研字〔2012〕3号' }),
        ],
      ],
      [policy.id, [mention({ canonical: '云教发〔2009〕1号' })]],
    ]),
  );

  it('resolves by number, by a title borne once, and never by chance', () => {
    expect(library.citations.map(({ from, to, resolved }) => [from, to, resolved])).toEqual([
      ['plans/a', 'policies/b', 'held'],
      ['plans/a', null, 'missing'],
      ['plans/a', 'policies/c', 'record'],
      ['plans/a', null, 'ambiguous'],
      ['policies/b', null, 'missing'],
    ]);
  });

  it("leaves out a document's mention of its own number", () => {
    expect(library.cites.get(plan.id)?.some(({ canonical }) => canonical === plan.docNumber)).toBe(false);
  });

  it("takes a document's own number for itself, though another once bore it", () => {
    const renumbered = document('policies/f', { aliases: ['云教研字〔2012〕3号'] });
    const own = mention({ canonical: '云教研字〔2012〕3号' });
    const { citations } = buildLibrary(
      [plan, renumbered, policy],
      new Map([
        [plan.id, [own]],
        [policy.id, [own]],
      ]),
    );
    expect(citations.map(({ from, resolved }) => [from, resolved])).toEqual([['policies/b', 'ambiguous']]);
  });

  it('lists who cites a document', () => {
    expect(library.citedBy.get(policy.id)?.map(({ from, anchor }) => [from, anchor])).toEqual([
      ['plans/a', 's1'],
    ]);
  });

  it('registers each cited thing once, most cited first', () => {
    expect(
      library.register.map(({ canonical, title, citations }) => [canonical ?? title, citations.length]),
    ).toEqual([
      ['云教发〔2009〕1号', 2],
      ['云教发〔2011〕5号', 1],
      ['听课评课办法', 1],
      ['工作规范（试行）', 1],
    ]);
  });
});

describe('buildLinkTable', () => {
  const links = buildLinkTable(all, '/wenku/');

  const titled = (title: string) => findTargets(links, { canonical: null, title });

  it('tells of a target what a link shows', () => {
    expect(titled('听课评课办法')).toEqual([
      {
        ...{ id: 'policies/c', href: '/policies/c/', title: '听课评课办法', docNumber: null },
        ...{ issuedOn: null, held: 'record', status: '废止', statusSince: null },
      },
    ]);
  });

  it('gives all targets of a title that two documents bear', () => {
    expect(titled('工作规范（试行）').map(({ id }) => id)).toEqual(['policies/d', 'policies/e']);
  });

  it('puts missing numbers under the base path', () => {
    expect(links.missing).toBe('/wenku/n/');
  });
});

describe('formatCitation', () => {
  it('puts title, number and place in the order of the standard, with inner book-title marks single', () => {
    const cited = { title: '关于印发《听课办法》的通知', docNumber: '云教发〔2011〕5号' };
    expect(formatCitation(cited, '第三部分第6条')).toBe(
      '《关于印发〈听课办法〉的通知》（云教发〔2011〕5号）第三部分第6条',
    );
    expect(formatCitation({ title: '计划', docNumber: null })).toBe('《计划》');
  });
});
