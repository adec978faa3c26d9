import { describe, expect, it } from 'vitest';
import { readBack } from '../../../scripts/import/read-back.ts';
import { importManuscript } from '../../../src/import/import-manuscript.ts';
import type { Draft } from '../../../src/import/make-draft.ts';
import type { InlineMark, Manuscript, SourceLine } from '../../../src/import/manuscript.ts';
import { visibleText } from '../../../src/import/manuscript.ts';

const line = (text: string, more: Partial<SourceLine> = {}): SourceLine => ({
  ...{ text, line: 1, indented: false, afterBlank: false },
  ...more,
});

/** Marks the words of a text. */
const marked = (text: string, words: string, kind: InlineMark['kind'], href?: string): SourceLine => {
  const start = text.indexOf(words);
  return line(text, { marks: [{ start, end: start + words.length, kind, ...(href ? { href } : {}) }] });
};

function manuscript(lines: SourceLine[], more: Partial<Manuscript> = {}): Manuscript {
  const numbered = [line('云岭区教研室2012年度工作计划'), ...lines].map((each, at) => ({
    ...each,
    line: at + 1,
  }));
  return {
    ...{ format: '测试', unit: '段', lines: numbered, footnotes: new Map(), findings: [], dropped: [] },
    raw: numbered.map(visibleText).join('\n'),
    ...more,
  };
}

function draftOf(source: Manuscript): Draft {
  const context = {
    fileName: '计划.docx',
    sha256: 'a'.repeat(64),
    collection: 'plans',
    agencies: [],
    readBack,
  } as const;
  const imported = importManuscript(source, context);
  if (!imported.ok) throw new Error(imported.reason);
  const [draft] = imported.drafts;
  if (!draft) throw new Error('no draft');
  return draft;
}

const bodyOf = (draft: Draft): string => draft.text.split('---\n').slice(2).join('---\n').trim();

describe('a manuscript with more than plain text', () => {
  it('keeps bold beside Chinese punctuation', () => {
    const draft = draftOf(manuscript([marked('（一）加强领导。各校要重视。', '（一）加强领导。', 'strong')]));
    expect(bodyOf(draft)).toBe('**（一）加强领导。**各校要重视。');
  });

  it('drops a mark that would be misread, says so, and keeps the text', () => {
    const draft = draftOf(manuscript([marked('see foo.bar here', 'foo.', 'strong')]));
    expect(bodyOf(draft)).toBe('see foo.bar here');
    expect(draft.findings).toContainEqual(expect.objectContaining({ kind: 'lost', line: 2 }));
  });

  it('keeps the text of links, bold and asterisks as they are, and says where the links led', () => {
    const text = '见《办法》全文和**处。';
    const marks: InlineMark[] = [
      { start: 1, end: 5, kind: 'link', href: 'https://example.org/a_b(c)?x=1&y=2' },
      { start: 0, end: 7, kind: 'strong' },
    ];
    const draft = draftOf(manuscript([line(text, { marks })]));
    const read = readBack(bodyOf(draft));
    expect(read).toMatchObject({ ok: true, text, marked: { link: '', strong: '见《办法》全文' } });
    expect(draft.findings.map(({ message }) => message).join('\n')).toContain(
      '“《办法》”指向 https://example.org/a_b(c)?x=1&y=2',
    );
  });

  it('is read fast though a paragraph has thousands of brackets', () => {
    const few = draftOf(manuscript([line('见[1]和[2]。')]));
    expect(bodyOf(few)).toBe('见\\[1]和\\[2]。');
    const text = '见[1]'.repeat(3_000);
    const body = bodyOf(draftOf(manuscript([line(text)])));
    // Each closing bracket that is not escaped has the parser look through the whole paragraph.
    expect(body).toBe('见\\[1\\]'.repeat(3_000));
    expect(readBack(body)).toMatchObject({ ok: true, text });
  });

  it('writes tables, with lines within a cell and marks that would end it', () => {
    const rows = [
      [[line('学校')], [line('任务')]],
      [[line('一小|二小')], [line('1.听课'), line('2.评课')]],
      [[line('三小')], []],
    ];
    const draft = draftOf(manuscript([line('', { solid: { kind: 'table', rows } })]));
    expect(bodyOf(draft)).toBe(
      ['| 学校 | 任务 |', '| --- | --- |', '| 一小\\|二小 | 1.听课<br />2.评课 |', '| 三小 |  |'].join('\n'),
    );
  });

  it('numbers footnotes and puts their text at the end', () => {
    const footnotes = new Map([
      ['7', [line('见附件一。'), line('又见附件二。')]],
      ['2', [line('以当年数为准。')]],
    ]);
    const draft = draftOf(
      manuscript(
        [
          line('听课二十节，评课十次。', {
            footnotes: [
              { at: 5, id: '7' },
              { at: 11, id: '2' },
            ],
          }),
        ],
        {
          footnotes,
          raw: '云岭区教研室年度工作计划听课二十节，评课十次。见附件一。又见附件二。以当年数为准。',
        },
      ),
    );
    expect(bodyOf(draft)).toBe(
      '听课二十节[^1]，评课十次。[^2]\n\n[^1]: 见附件一。\n\n    又见附件二。\n\n[^2]: 以当年数为准。',
    );
    expect(draft.findings.filter(({ kind }) => kind === 'lost')).toEqual([]);
  });

  it('names pictures after the document and gives their bytes with it', () => {
    const picture = {
      kind: 'picture',
      bytes: Uint8Array.of(1, 2, 3),
      extension: 'png',
      alt: '听课[统计]图',
    } as const;
    const draft = draftOf(manuscript([line('', { solid: picture }), line('云教研字〔2012〕3号')]));
    const [file] = draft.files;
    expect(file?.path).toMatch(/^files\/yunlingqu.*-aaaaaa-tu1\.png$/);
    expect(file?.bytes).toEqual(picture.bytes);
    expect(bodyOf(draft)).toContain(`![听课\\[统计\\]图](/${file?.path})`);
  });

  it('accounts for every Han character of the file', () => {
    const draft = draftOf(
      manuscript([line('一、指导思想', { generated: 2 }), line('全面提高质量。')], {
        raw: '云岭区教研室年度工作计划指导思想全面提高质量。第三页漏网',
        dropped: [{ text: '第三页', reason: '页脚', line: 0 }],
      }),
    );
    const lost = draft.findings.filter(({ kind }) => kind === 'lost').map(({ message }) => message);
    expect(lost).toEqual(['有 2 个汉字没有带过来，请对照原件：漏网', '没有收入：页脚“第三页”']);
  });
});
