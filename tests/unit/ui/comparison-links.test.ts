import { describe, expect, it, vi } from 'vitest';
import { comparisonLinks } from '../../../src/site/comparisons.ts';
import type { Site, SiteDocument } from '../../../src/site/library.ts';
import { libraryDocument } from '../../support/library-document.ts';

// The library proper reads Astro's store; what is looked at here takes the site as it is given.
vi.mock('../../../src/site/library.ts', () => ({}));

/** A site with a plan and its summary, made anew at each call as the development server does. */
function readSite(): Site {
  const fields = { years: [2012], period: '2012年' };
  const documents = [
    libraryDocument('plans/a', { kind: '工作计划', ...fields }),
    libraryDocument('summaries/b', { kind: '工作总结', ...fields }),
  ];
  const pages = new Map(documents.map((document) => [document.id, document as SiteDocument]));
  return { pages } as unknown as Site;
}

describe('a plan’s links to comparisons', () => {
  it('lead to that with its summary, though its page was handed the plan of an earlier reading', () => {
    const plan = readSite().pages.get('plans/a');
    if (!plan) throw new Error('no plan');
    expect(comparisonLinks(readSite(), plan).map(({ href, label }) => [href, label])).toEqual([
      ['/summaries/b/against-plan/', '与总结对照'],
    ]);
  });
});
