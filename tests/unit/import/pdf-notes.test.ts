import { expect, it, vi } from 'vitest';
import { pdfFile } from '../../../scripts/fuzz/seeds/pdf.ts';
import { readPdf } from '../../../src/import/pdf/read-pdf.ts';

/** The real library, but for the annotations of every page, which are damaged. */
vi.mock('unpdf', async (original) => {
  const real = await original<typeof import('unpdf')>();
  const pdfjs = await real.getResolvedPDFJS();
  const getDocument: typeof pdfjs.getDocument = (source) => {
    const task = pdfjs.getDocument(source);
    const opened = task.promise.then((document) => {
      const getPage = document.getPage.bind(document);
      document.getPage = async (number) => {
        const page = await getPage(number);
        page.getAnnotations = () => Promise.reject(new Error('damaged'));
        return page;
      };
      return document;
    });
    return { promise: opened, destroy: () => task.destroy() } as ReturnType<typeof pdfjs.getDocument>;
  };
  return { ...real, getResolvedPDFJS: async () => ({ ...pdfjs, getDocument }) };
});

it('says of a PDF that its forms could not be read, and keeps the text', async () => {
  const page = { texts: [{ text: '云岭区教研室2012年度工作计划', x: 74, y: 700 }] };
  const source = await readPdf(pdfFile([page, page]));
  if (!source.ok) throw new Error(source.reason);
  expect(source.manuscript.lines[0]?.text).toBe('云岭区教研室2012年度工作计划');
  expect(source.manuscript.findings).toContainEqual({
    kind: 'lost',
    line: 0,
    message: '第 1、2 页的表单和批注读不出来，其中填的字没有收入，请对照原件补上',
  });
});
