import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { formatMarkdownReport, formatReport, type ImportReport } from '../../../scripts/import/report.ts';

const HOSTILE =
  '# a\n|x|<script>alert(1)</script>[y](z)![i](j)`c`**b**@owner https://evil.example www.evil.example #12';

const report = (name: string): ImportReport => ({
  ...{ dryRun: false, imported: 1, refused: 1, notReached: 2, finished: [] },
  files: [
    {
      ...{ file: name, ok: true, format: '测试', unit: '段' },
      outputs: [
        {
          ...{ path: 'content/plans/a.mdx', files: ['content/files/a-tu1.png'], collection: 'plans' },
          fields: [{ field: 'title', value: name, confidence: '推断', evidence: name, line: 1 }],
          observations: [{ field: '主送机关', value: name, confidence: '推断', evidence: name, line: 2 }],
          ...{ cites: ['云教发〔2011〕5号'], findings: [{ kind: 'lost', line: 3, message: name }] },
        },
      ],
    },
    { file: name, ok: false, reason: name, outputs: [] },
  ],
});

describe('the report as Markdown', () => {
  it('shows what files say and never takes it for markup', () => {
    const tree = unified()
      .use(remarkParse)
      .use(remarkGfm)
      .parse(formatMarkdownReport(report(HOSTILE)));
    const kinds = new Set<string>();
    visit(tree, (node) => {
      kinds.add(node.type);
    });
    for (const kind of ['link', 'image', 'html', 'inlineCode', 'strong', 'code'])
      expect(kinds).not.toContain(kind);
    const headings: string[] = [];
    visit(tree, 'heading', (node) => {
      headings.push(node.children.map((child) => ('value' in child ? child.value : '')).join(''));
    });
    expect(headings).toHaveLength(4);
    expect(headings[1]).toMatch(/^✓ # a\\u000a\|x\|<script>alert\(1\)<\/script>\[y\]\(z\)/);
    visit(tree, 'tableRow', (row) => expect(row.children).toHaveLength(4));
  });

  it('gives the same as the report for a screen', () => {
    const markdown = formatMarkdownReport(report('甲.docx'));
    expect(markdown).toContain('### 未能保留（1）\n\n- 第 3 段：甲.docx');
    expect(markdown).toContain('已导入 1 个文件，1 个未导入，2 个因中途停止没有处理');
  });
});

describe('the report for a screen', () => {
  it('prints control characters of names by their codes', () => {
    const text = formatReport(report('a\n✓ b.txt\u001b[31m\u202e'));
    expect(text).toContain('✓ a\\u000a✓ b.txt\\u001b[31m\\u202e（测试）');
    expect(text).not.toContain('\u001b');
  });
});
