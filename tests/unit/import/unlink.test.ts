import { describe, expect, it } from 'vitest';
import type { Manuscript, SourceLine } from '../../../src/import/manuscript.ts';
import { lostLink, unlink } from '../../../src/import/unlink.ts';

const linked = (text: string, href: string, line = 1): SourceLine => ({
  ...{ text, line, indented: false, afterBlank: false },
  marks: [
    { start: 0, end: text.length, kind: 'link', href },
    { start: 0, end: 1, kind: 'strong' },
  ],
});

function manuscript(lines: SourceLine[], more: Partial<Manuscript> = {}): Manuscript {
  return {
    ...{ format: '测试', unit: '段', lines, footnotes: new Map(), findings: [], raw: '', dropped: [] },
    ...more,
  };
}

describe('links of a source', () => {
  it('go from lines, cells and footnotes; text and other marks stay', () => {
    const table: SourceLine = {
      ...{ text: '', line: 2, indented: false, afterBlank: false },
      solid: { kind: 'table', rows: [[[linked('表内', 'https://example.org/2', 2)]]] },
    };
    const footnotes = new Map([['1', [linked('注内', 'mailto:a@example.org', 3)]]]);
    const result = unlink(manuscript([linked('办法', 'https://example.org/1'), table], { footnotes }));
    expect(JSON.stringify([result.lines, [...result.footnotes]])).not.toContain('link');
    expect(result.lines[0]).toMatchObject({ text: '办法', marks: [{ kind: 'strong' }] });
    expect(result.findings.map(({ line, message }) => [line, message.split('（')[0]])).toEqual([
      [1, '链接没有保留，文字照录：“办法”指向 https://example.org/1'],
      [2, '链接没有保留，文字照录：“表内”指向 https://example.org/2'],
      [3, '链接没有保留，文字照录：“注内”指向 mailto:a@example.org'],
    ]);
  });

  it('are not reported where the text is the address, or where a reader has said so', () => {
    expect(lostLink('https://example.org/', 'example.org')).toBeUndefined();
    expect(lostLink('mailto:a@example.org', 'a@example.org')).toBeUndefined();
    expect(lostLink('#_Toc1', '目录')).toBeUndefined();
    const said = { kind: 'lost', line: 1, message: '附件在 https://example.org/1' } as const;
    const lines = [linked('办法', 'https://example.org/1')];
    expect(unlink(manuscript(lines, { findings: [said] })).findings).toEqual([said]);
  });

  it('are counted beyond twenty', () => {
    const lines = Array.from({ length: 25 }, (_, at) => linked('办法', `https://example.org/${at}`, at + 1));
    const { findings } = unlink(manuscript(lines));
    expect(findings).toHaveLength(21);
    expect(findings[20]?.message).toBe('链接共 25 处没有保留，只列出前 20 处，其余请对照原件');
  });
});
