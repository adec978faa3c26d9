import { describe, expect, it } from 'vitest';
import { comparisonPages, formerComparisons, isComparisonPath } from '../../../src/core/comparison-pages.ts';
import { formerAddresses } from '../../../src/core/former-addresses.ts';
import { libraryDocument } from '../../support/library-document.ts';

const plan = (id: string, year: number, aliases: string[] = []) =>
  libraryDocument(`plans/${id}`, { kind: '工作计划', years: [year], period: `${year}年`, aliases });

describe('the path of a comparison', () => {
  it('lies below a plan or a summary', () => {
    for (const path of ['/plans/a/changes/', '/summaries/a/changes/', '/summaries/a/against-plan/'])
      expect(isComparisonPath(path), path).toBe(true);
  });

  it('is not that of a document of such a name, nor of anything else', () => {
    for (const path of ['/plans/changes/', '/plans/a/against-plan/', '/policies/a/changes/', '/n/changes/'])
      expect(isComparisonPath(path), path).toBe(false);
  });
});

describe('the comparisons of a former id', () => {
  it('lead to those of the document, or to the document', () => {
    const documents = [
      plan('first', 2011, ['plans/oldest', 'policies/one']),
      plan('second', 2012, ['plans/old', 'summaries/odd']),
    ];
    const found = formerComparisons(formerAddresses(documents), comparisonPages(documents));
    expect(
      found.map(({ path, document, page }) => [path, document.id, page && `${page.id}/${page.kind}`]),
    ).toEqual([
      ['plans/oldest/changes', 'plans/first', undefined],
      ['plans/old/changes', 'plans/second', 'plans/second/changes'],
      ['summaries/odd/changes', 'plans/second', 'plans/second/changes'],
      ['summaries/odd/against-plan', 'plans/second', undefined],
    ]);
  });
});
