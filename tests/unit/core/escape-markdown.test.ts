import fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../../src/core/escape-markdown.ts';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** Types of all nodes of a text as GitHub's dialect reads it, and its text. */
function read(markdown: string): { types: Set<string>; text: string } {
  const found = { types: new Set<string>(), text: '' };
  const walk = (node: Nodes): void => {
    found.types.add(node.type);
    if (node.type === 'text') found.text += node.value;
    if (node.type === 'html' && node.value === '<br>') found.text += '\n';
    else if (node.type === 'html') found.types.add(`html ${node.value}`);
    if ('children' in node) node.children.forEach(walk);
  };
  walk(parser.parse(markdown));
  return found;
}

/** What GitHub, GitLab and Gitee look for in the text of a finished page. */
const REFERENCES = [
  /@[\w-]/,
  /(?:#|!|\$|%|&|~|\^)[\w"{[]/,
  /\bGH-\d/i,
  /\w:\/\//,
  /\bwww\./i,
  /\b(?=\d*[a-f])[0-9a-f]{7,40}\b/,
  /:[\w+-]+:/,
];

const HOSTILE = [
  '@octocat 请看 @云岭/教研 a@b.example',
  '见 #12、owner/repo#3、!45、$6、%7、~标签 ~bug、&8、^alert#9、GH-10',
  '[点这里](https://evil.example) ![图](http://evil.example/x.png) <https://evil.example>',
  'https://evil.example www.evil.example ftp://evil.example mailto:a@b.example',
  '<script>alert(1)</script><img src=x onerror=alert(1)></code></del></details>',
  '/close',
  '  /assign @me',
  '| 表 | 格 |\n| --- | --- |',
  '```\n代码\n```',
  '# 标题\n\n- 一\n1. 二\n> 三\n\n---\n===',
  '**粗** __粗__ *斜* _斜_ ~~删~~ `码` $x^2$ \\* [^1] [ ] [x] :smile: :+1:',
  'commit 1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d',
  '&lt;b&gt; &#64;octocat &commat;octocat',
  '\u202e反写\u200f\u0000\u0007',
  '<!-- jiaoyan-wenku:changes -->',
];

describe('hostile text in Markdown', () => {
  it.each(HOSTILE)('%j is text and nothing else', (hostile) => {
    for (const frame of [
      (text: string) => `- ${text}`,
      (text: string) => `<code>${text}</code>`,
      (text: string) => text,
    ]) {
      const { types, text } = read(frame(escapeMarkdown(hostile)));
      const harmless = [
        'root',
        'paragraph',
        'text',
        'list',
        'listItem',
        'html',
        'html <code>',
        'html </code>',
      ];
      expect([...types].filter((type) => !harmless.includes(type))).toEqual([]);
      for (const reference of REFERENCES) expect(text).not.toMatch(reference);
    }
  });

  it('no line of the result begins with a command', () => {
    for (const hostile of HOSTILE)
      for (const line of escapeMarkdown(hostile).split(/\n|<br>/)) expect(line).not.toMatch(/^\s*\/[a-z]/);
    expect(escapeMarkdown('一\n/close')).not.toContain('\n');
  });

  it('a reader sees the text as it was', () => {
    const seen = (text: string): string => read(`- ${escapeMarkdown(text)}`).text.replaceAll('\u2060', '');
    expect(seen('学校**课程方案、履**况 {照录} <附件> 50%。')).toBe(
      '学校**课程方案、履**况 {照录} <附件> 50%。',
    );
    expect(seen('峄教发〔2009〕67号（试行）')).toBe('峄教发〔2009〕67号（试行）');
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'听课@#*_~`[]()<>&!$|\\:/.ab1 '), { maxLength: 20 }),
        (signs) => {
          // Spaces at the ends and before a line's end mean nothing in Markdown.
          const text = `甲${signs.join('')}乙`;
          expect(seen(text)).toBe(text);
        },
      ),
      { seed: 20120220 },
    );
  });
});
