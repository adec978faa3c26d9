import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBack } from '../../../../scripts/import/read-back.ts';
import { encodeGb18030 } from '../../../../scripts/import-score/encode-gb18030.ts';
import { bodyOf, importBytes } from '../../../../scripts/import-score/import-bytes.ts';
import { essence } from '../../../../src/import/verify.ts';
import { documents, styles } from '../../../support/government-documents.ts';
import { governmentPage, SITE_TEXT, WITH_TABLE } from '../../../support/government-pages.ts';

describe('pages of government sites', () => {
  it('give title, number, both dates and every paragraph, and nothing of the site, in whatever layout', async () => {
    await fc.assert(
      fc.asyncProperty(documents, styles, fc.boolean(), async (document, drawn, gb) => {
        const style = { ...drawn, numberInText: drawn.numberInText || !WITH_TABLE.includes(drawn.layout) };
        const markup = governmentPage(document, style, gb ? 'gb2312' : 'utf-8');
        const bytes = gb ? encodeGb18030(markup) : new TextEncoder().encode(markup);
        const [draft, ...more] = await importBytes(bytes, '网页.html', 'policies');
        if (!draft) throw new Error('no draft');
        expect(more).toEqual([]);
        const { title, docNumber, issuer, issuedOn, publishedOn } = draft.frontmatter;
        expect({ title, docNumber, issuer, issuedOn, publishedOn }).toEqual({
          title: document.title,
          docNumber: document.number,
          issuer: document.issuer,
          issuedOn: document.issuedOn,
          publishedOn: document.publishedOn,
        });
        const read = readBack(bodyOf(draft));
        if (!read.ok) throw new Error(read.reason);
        const numbered = style.numberInText ? [document.number] : [];
        expect(essence(read.text)).toBe(essence([...numbered, ...document.paragraphs].join('')));
        expect(SITE_TEXT.filter((text) => read.text.includes(text))).toEqual([]);
        expect(draft.findings.filter(({ message }) => /个汉字/.test(message))).toEqual([]);
      }),
      { numRuns: 320, seed: 20120220, endOnFailure: true },
    );
  });
});
