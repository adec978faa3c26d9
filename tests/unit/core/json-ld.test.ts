import { describe, expect, it } from 'vitest';
import { documentGraph } from '../../../src/core/document-graph.ts';
import { type Node, serialiseJsonLd, siteNode } from '../../../src/core/json-ld.ts';
import type { Citation, LibraryDocument } from '../../../src/core/library.ts';
import type { RelationEnd, RelationKind } from '../../../src/core/relations.ts';

const ROOT = 'https://wenku.example/wenku/';
const policy: LibraryDocument = {
  ...{ id: 'policies/a', collection: 'policies', url: '/wenku/policies/a/', title: '关于听课的通知' },
  ...{ docNumber: '云教发〔2011〕5号', issuer: '云岭区教育局', kind: '通知', period: null, years: [2011] },
  ...{ issuedOn: '2011-01-10', publishedOn: '2011-02-01', status: '现行有效', statusSince: null },
  ...{ completeness: '全文', topics: ['听课'], aliases: [], relations: {} },
};
const bare: LibraryDocument = {
  ...{ ...policy, id: 'policies/b', url: '/wenku/policies/b/', title: '旧办法', docNumber: null },
  ...{ issuer: '未署名', issuedOn: null, publishedOn: null, status: '未核实', topics: [] },
};
const plan: LibraryDocument = {
  ...{ ...policy, id: 'plans/c', collection: 'plans', url: '/wenku/plans/c/', title: '2012年度工作计划' },
  ...{ kind: '工作计划', period: '2012年', docNumber: null },
};
const byId = new Map([policy, bare, plan].map((document) => [document.id, document]));

function nodeOf(document: LibraryDocument, ends: RelationEnd[] = [], cites: Citation[] = []) {
  const graph = documentGraph({ root: ROOT, document, ends, cites, byId })['@graph'] as readonly Node[];
  return graph[0];
}
const forward = (kind: RelationKind, target: string, id?: string): RelationEnd => ({
  ...{ kind, direction: 'forward', label: '', id, target },
});
const citation = (part: Partial<Citation>): Citation => ({
  ...{ kind: 'number', raw: '', canonical: null, title: null, anchor: 'a', clause: null, sentence: '' },
  ...{ from: 'plans/c', to: null, resolved: 'missing', ...part },
});

describe('the JSON-LD of a document', () => {
  it('describes a policy as legislation, with absolute addresses', () => {
    expect(nodeOf(policy)).toEqual({
      '@type': 'Legislation',
      '@id': `${ROOT}policies/a/`,
      name: '关于听课的通知',
      inLanguage: 'zh-CN',
      legislationType: '通知',
      legislationIdentifier: '云教发〔2011〕5号',
      legislationPassedBy: { '@type': 'Organization', name: '云岭区教育局' },
      legislationDate: '2011-01-10',
      legislationLegalForce: 'https://schema.org/InForce',
      datePublished: '2011-02-01',
      keywords: ['听课'],
    });
  });

  it('leaves out all that is not known, the force of an unverified one above all', () => {
    expect(nodeOf(bare)).toEqual({
      '@type': 'Legislation',
      '@id': `${ROOT}policies/b/`,
      name: '旧办法',
      inLanguage: 'zh-CN',
      legislationType: '通知',
    });
  });

  it.each([
    ['已修改', 'InForce'],
    ['部分失效', 'PartiallyInForce'],
    ['废止', 'NotInForce'],
    ['失效', 'NotInForce'],
    ['尚未生效', 'NotInForce'],
  ] as const)('calls %s %s', (status, force) => {
    expect(nodeOf({ ...policy, status })).toMatchObject({
      legislationLegalForce: `https://schema.org/${force}`,
    });
  });

  it('gives a plan no property of acts', () => {
    const node = nodeOf(plan, [forward('implements', '云教发〔2011〕5号', 'policies/a')]);
    expect(Object.keys(node ?? {}).filter((name) => name.startsWith('legislation'))).toEqual([]);
    expect(node).toMatchObject({
      '@type': 'CreativeWork',
      genre: '工作计划',
      dateCreated: '2011-01-10',
      temporalCoverage: '2012',
      isBasedOn: [{ '@id': `${ROOT}policies/a/` }],
    });
  });

  it('tells relations both ways, and those to what the library lacks by number alone', () => {
    const node = nodeOf(policy, [
      forward('repeals', 'policies/b', 'policies/b'),
      forward('implements', '云政发〔2010〕1号'),
      forward('amends', 'policies/nowhere'),
      { kind: 'implements', direction: 'inverse', label: '', id: 'plans/c', target: 'plans/c' },
    ]);
    expect(node).toMatchObject({
      legislationRepeals: [{ '@id': `${ROOT}policies/b/` }],
      legislationApplies: [{ identifier: '云政发〔2010〕1号' }],
      '@reverse': { isBasedOn: [{ '@id': `${ROOT}plans/c/` }] },
    });
    expect(node).not.toHaveProperty('legislationAmends');
  });

  it('names each cited thing once, held ones by address', () => {
    const node = nodeOf(
      plan,
      [],
      [
        citation({ to: 'policies/a', canonical: '云教发〔2011〕5号' }),
        citation({ to: 'policies/a', title: '关于听课的通知' }),
        citation({ canonical: '云教发〔2009〕1号', title: '听课办法' }),
        citation({ canonical: '云教发〔2009〕2号' }),
        citation({ canonical: '云教发〔2009〕2号' }),
      ],
    );
    expect(node?.['citation']).toEqual([
      { '@id': `${ROOT}policies/a/` },
      '《听课办法》（云教发〔2009〕1号）',
      '云教发〔2009〕2号',
    ]);
  });
});

describe('JSON-LD in a page', () => {
  it('can end no script element and hides no line end, whatever a title says', () => {
    const title = '</script><script>alert(1)</script><!-- \u2028\u2029 & "引号"';
    const text = serialiseJsonLd({ name: title });
    expect(text).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(text)).toEqual({ name: title });
  });

  it('tells of the site how it is searched', () => {
    const node = siteNode(ROOT, { name: '文库', description: '说明', office: '云岭区教研室' });
    expect(node).toMatchObject({
      '@type': 'WebSite',
      url: ROOT,
      potentialAction: { target: { urlTemplate: `${ROOT}search/?q={search_term_string}` } },
    });
  });
});
