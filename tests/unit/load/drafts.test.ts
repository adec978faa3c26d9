import { describe, expect, it } from 'vitest';
import { presentAddresses } from '../../../scripts/record-addresses.ts';
import { loadContent } from '../../../src/load/content-fs.ts';
import { filesOfDraftsAlone, withoutDrafts } from '../../../src/load/drafts.ts';
import { planText, tempContent } from '../../support/temp-content.ts';

const ATTACHED = (file: string): string => `attachments: [{ title: 登记表, file: ${file} }]\n`;

describe('withoutDrafts', () => {
  it('leaves out what says draft: true, also where another field is wrong, and nothing else', async () => {
    const dir = await tempContent({
      'plans/a.mdx': planText(),
      'plans/b.mdx': planText('draft: true\n'),
      'plans/c.mdx': planText('draft: false\n'),
      'plans/d.mdx': planText('draft: true\nissuedOn: 昨天\n'),
      'plans/e.mdx': planText('draft: 是\n'),
    });
    const { documents } = withoutDrafts(await loadContent(dir));
    expect(documents.map(({ source }) => source.file)).toEqual(['plans/a.mdx', 'plans/c.mdx', 'plans/e.mdx']);
    // What is neither true nor false is refused, not published unawares.
    expect(documents[2]?.problems).toMatchObject([{ path: ['draft'] }]);
  });

  it('records no address of a draft', async () => {
    const dir = await tempContent({
      'plans/a.mdx': planText('period: 2012年\n'),
      'plans/b.mdx': planText('period: 2013年\ndraft: true\n'),
    });
    const addresses = presentAddresses(withoutDrafts(await loadContent(dir)));
    expect(addresses).toContain('/years/2012/');
    expect(addresses.filter((address) => /2013|\/b\//.test(address))).toEqual([]);
  });
});

describe('filesOfDraftsAlone', () => {
  it('names what drafts attach, show or link to, unless a published document does so too', async () => {
    const text =
      '![图](/files/a.png)\n\n见[表](/files/%E8%A1%A8.pdf#page=2)和[乙][b]。\n\n[b]: /files/b.doc\n';
    const dir = await tempContent({
      'plans/draft.mdx': planText(`draft: true\n${ATTACHED('files/form.docx')}`, text),
      'plans/plan.mdx': planText(ATTACHED('files/c.doc'), '见[乙](/files/b.doc)。\n'),
    });
    const files = filesOfDraftsAlone(await loadContent(dir));
    expect([...files].sort()).toEqual(['files/a.png', 'files/form.docx', 'files/表.pdf']);
  });

  it('keeps a draft’s attachment back also where another field of the draft is wrong', async () => {
    const dir = await tempContent({
      'plans/draft.mdx': planText(`draft: true\nissuedOn: 昨天\n${ATTACHED('files/form.docx')}`),
    });
    expect([...filesOfDraftsAlone(await loadContent(dir))]).toEqual(['files/form.docx']);
  });
});
