import { describe, expect, it } from 'vitest';
import { bodyOf, importBytes } from '../../../../scripts/import-score/import-bytes.ts';
import type { Draft } from '../../../../src/import/make-draft.ts';
import { readMarkdown } from '../../../../src/import/markdown/read-markdown.ts';

const TITLE = '# 云岭区教研室2012年度工作计划\n\n';

async function draftOf(text: string): Promise<Draft> {
  const [draft] = await importBytes(new TextEncoder().encode(text), '计划.md', 'plans');
  if (!draft) throw new Error('no draft');
  return draft;
}

/** The body that a piece of Markdown gives. */
const bodyFor = async (text: string): Promise<string> => bodyOf(await draftOf(TITLE + text)).trim();

describe('Markdown that is plain', () => {
  it.each([
    ['**一是**听课，__二是__评课。', '**一是**听课，**二是**评课。'],
    ['**（一）加强领导。**各校要重视。', '**（一）加强领导。**各校要重视。'],
    ['~~旧的~~，新的。', '~~旧的~~，新的。'],
    ['见[办法](https://example.org/a)。', '见办法。'],
    ['共有 3\\*4 块，\\[附表\\]。', '共有 3\\*4 块，\\[附表]。'],
    [
      '| 学校 | 任务 |\n|---|:--:|\n| **一小** | 听课<br>评课 |\n| 二小 |',
      '| 学校 | 任务 |\n| --- | --- |\n| **一小** | 听课<br />评课 |\n| 二小 |  |',
    ],
    [
      '听课二十节[^a]。\n\n[^a]: 以当年数为准。\n    又见附件。',
      '听课二十节[^1]。\n\n[^1]: 以当年数为准。\n\n    又见附件。',
    ],
    ['### 第一部分\n\n正文。\n\n##### 细目\n\n正文。', '## 第一部分\n\n正文。\n\n### 细目\n\n正文。'],
    ['总体要求\n---\n正文。', '## 总体要求\n\n正文。'],
    ['## 总体要求 ##\n\n正文。', '## 总体要求\n\n正文。'],
  ])('%s', async (text, body) => {
    expect(await bodyFor(text)).toBe(body);
  });

  it('takes an underlined title for the title', async () => {
    const draft = await draftOf('云岭区教研室2012年度工作计划\n====\n\n正文。');
    expect(draft.frontmatter).toMatchObject({ title: '云岭区教研室2012年度工作计划' });
  });
});

describe('what only looks like Markdown', () => {
  it.each([
    ['学校**课程方案，履**况实施。', '学校\\*\\*课程方案，履\\*\\*况实施。'],
    ['学校**课程**况实施。', '学校\\*\\*课程\\*\\*况实施。'],
    ['打**分，不打**。', '打\\*\\*分，不打\\*\\*。'],
    ['见[附件](另附)。', '见\\[附件]（另附）。'],
    ['听课二十节[^9]。', '听课二十节\\[^9]。'],
    ['甲|乙|丙', '甲\\|乙\\|丙'],
    ['1.听课。\n- 评课。', '1\\.听课。\n\n\\- 评课。'],
    ['___', '\\_\\_\\_'],
  ])('%s stays text', async (text, body) => {
    const read = await bodyFor(text);
    expect(read.replace(/\\(?=[()[\]])/g, '')).toBe(body.replace(/\\(?=[()[\]])/g, ''));
  });
});

describe('front matter of other systems', () => {
  const FRONT = '---\ntitle: 云岭区教研室2012年度工作计划\ndate: 2012-02-20\ntags: [计划, 教研]\n---\n\n';

  it('is evidence, and is reported', async () => {
    const draft = await draftOf(`${FRONT}各校：\n\n正文。`);
    expect(draft.frontmatter).toMatchObject({
      title: '云岭区教研室2012年度工作计划',
      publishedOn: '2012-02-20',
    });
    expect(draft.frontmatter['source']).toMatchObject({ note: expect.stringContaining('tags：计划、教研') });
    expect(bodyOf(draft).trim()).toBe('各校：\n\n正文。');
    expect(draft.findings.map(({ message }) => message).join('\n')).not.toMatch(/个汉字/);
  });

  it('yields to the title that the text prints', async () => {
    const draft = await draftOf(`---\ntitle: 工作计划\n---\n# 云岭区教研室2012年度工作计划\n\n正文。`);
    expect(draft.frontmatter).toMatchObject({ title: '云岭区教研室2012年度工作计划' });
  });

  it('is text when it is no YAML', () => {
    expect(readMarkdown('---\n[甲。\n---\n乙。').lines.map(({ text }) => text)).toEqual([
      '---',
      '[甲。',
      '---',
      '乙。',
    ]);
  });
});

describe('pictures', () => {
  it('that lie elsewhere are reported with what they say', async () => {
    const draft = await draftOf(`${TITLE}正文。\n\n![听课统计图](images/tu.png)`);
    expect(draft.findings).toContainEqual(
      expect.objectContaining({
        kind: 'lost',
        message: '没有收入：不在文件里的图片（images/tu.png）“听课统计图”',
      }),
    );
    expect(draft.findings.map(({ message }) => message).join()).not.toMatch(/个汉字/);
  });
});
