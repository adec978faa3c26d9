import { describe, expect, it } from 'vitest';
import { countFindings, renderReport } from '../../../src/inspect/render-report.ts';
import type { InspectionCheck, InspectionReport } from '../../../src/schema/api.ts';
import { readTags } from '../../support/html.ts';

const check = (more: Partial<InspectionCheck>): InspectionCheck => ({
  ...{
    id: 'dead-link',
    group: '链接与附件',
    title: '站内死链',
    weight: 'fault',
    mend: '改地址。',
    findings: [],
  },
  ...more,
});
const report = (checks: InspectionCheck[]): InspectionReport => ({
  ...{ asOf: '2012-02-20', columns: [], checks },
  built: { pages: 3, links: 9, files: 1, external: [] },
});
const finding = (what: string, label = '计划') => ({ what, url: '/plans/a/', label, cited: 0 });

describe('the page of the inspection', () => {
  it('says so where nothing is wrong, and what was looked at', () => {
    const html = renderReport(report([check({})]), '/api/inspection.json');
    expect(html).toContain('没有发现问题。');
    expect(html).toContain('查了 3 个网页、9 处站内链接、1 个可下载的文件与图片');
    expect(html).toContain('没有发现问题的：站内死链。');
  });

  it('says what, where and how to mend, and escapes what it is given', () => {
    const html = renderReport(
      report([check({ findings: [finding('坏<i>链', '“a&b”"')] })]),
      '/api/inspection.json',
    );
    expect(html).toContain('须改 1 项，待补 0 项');
    expect(html).toContain('<a href="/plans/a/">“a&amp;b”&quot;</a><span>坏&lt;i&gt;链</span>');
    expect(html).toContain('改法：改地址。');
    expect(readTags(html).some(({ name }) => name === 'i')).toBe(false);
  });

  it('folds a long list and leaves the rest to the data', () => {
    const findings = Array.from({ length: 300 }, (_, index) => finding(`坏链${index}`));
    const html = renderReport(report([check({ findings })]), '/wenku/api/inspection.json');
    expect(html.match(/坏链\d/g)).toHaveLength(210);
    expect(html).toContain('另外 200 项');
    expect(html).toContain('还有 90 项，见<a href="/wenku/api/inspection.json" data-online>');
  });

  it('counts faults and gaps apart', () => {
    const checks = [
      check({ findings: [finding('a')] }),
      check({ id: 'no-topic', weight: 'gap', findings: [finding('b'), finding('c')] }),
      check({ id: 'no-number', weight: 'note', findings: [finding('d')] }),
    ];
    expect(countFindings(report(checks), 'fault')).toBe(1);
    expect(countFindings(report(checks), 'gap')).toBe(2);
  });

  it('lists what lies elsewhere with a page that leads to it', () => {
    const built = {
      pages: 1,
      links: 0,
      files: 0,
      external: [{ url: 'https://x.example/?a&b', pages: 2, first: '/n/%E4%BA%91/' }],
    };
    const html = renderReport({ ...report([]), built }, '');
    expect(html).toContain('<a href="https://x.example/?a&amp;b">');
    expect(html).toContain('出现在 2 页，如<a href="/n/%E4%BA%91/">/n/云/</a>');
  });
});
