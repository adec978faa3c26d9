import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../scripts/check-content.ts';
import { parseAll } from '../../../src/markdown/parse-all.ts';
import { renderBody } from '../../../src/markdown/render.ts';
import { HOSTILE_BODIES } from '../../fixtures/hostile/bodies.ts';
import { planText, tempContent } from '../../support/temp-content.ts';

const links = { numbers: new Map(), titles: new Map(), missing: '/n/', base: '/' };

/** What is left of the body of a file when the check did not stand before it. */
function rendered(body: string): string {
  return renderBody(parseAll(body).tree, { links, codes: [] }).html;
}

describe.each(HOSTILE_BODIES)('%s: %s', (rule, body) => {
  test('is refused by the check', async () => {
    const dir = await tempContent({ 'plans/a.mdx': planText('', `${body}\n`) });
    const { issues } = await checkContent(dir);
    expect(issues.map((issue) => issue.rule)).toContain(rule);
  });

  test('is harmless should it get past', () => {
    const html = rendered(body);
    const tags = [...html.matchAll(/<([a-z][^\s/>]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*\/?>/gi)];
    expect(html.split('<').length - 1).toBe(tags.length + html.split('</').length - 1);
    for (const [, name = '', attributes = ''] of tags) {
      expect(name).not.toMatch(/^(?:script|style|iframe|svg|math|form|input|meta|base|link|object|embed)$/i);
      const names = [...attributes.matchAll(/\s+([^\s=]+)(?:="[^"]*")?/g)].map((match) => match[1]);
      expect(names.filter((attribute) => /^(?:on|style$|srcdoc$)/i.test(attribute ?? ''))).toEqual([]);
      for (const [, address = ''] of attributes.matchAll(/(?:href|src)="([^"]*)"/g))
        expect(address).toMatch(/^(?:#|\/(?!\/))/);
    }
  });
});

describe('what a single file does not tell', () => {
  const rules = async (files: Record<string, string>) =>
    (await checkContent(await tempContent({ 'plans/a.mdx': planText(), ...files }))).issues.map(
      ({ rule, severity, file }) => `${severity} ${rule} ${file}`,
    );

  test('an attachment that is empty, or a web page by another name', async () => {
    expect(
      await rules({ 'files/a.pdf': '', 'files/b.docx': '<html></html>', 'files/c.pdf': '%PDF-1.4' }),
    ).toEqual(['warning file-type files/a.pdf', 'error active-file files/b.docx']);
  });

  test('personal numbers in registers and in names of files, never repeated', async () => {
    const found = await rules({
      'topics.yml': '- name: 课程改革\n  description: 电话13800138000\n',
      'files/13800138000.pdf': '%PDF-1.4',
    });
    expect(found).toEqual(['error personal-data files/138******00.pdf', 'error personal-data topics.yml']);
  });

  test('two exceptions for the same', async () => {
    const entry = '- { rule: image-alt, document: plans/a.mdx, reason: 已核对 }\n';
    expect(await rules({ 'exceptions.yml': entry + entry })).toContain(
      'error duplicate-entry exceptions.yml',
    );
  });

  test('a document in force that cites a dead one, neither of them dated', async () => {
    const field = (name: string) => `status: { name: ${name}, basis: 存档 }\n`;
    const found = await rules({
      'plans/a.mdx': planText(field('现行有效'), '见[旧计划](/plans/b/)。\n'),
      'plans/b.mdx': planText(field('废止')),
    });
    expect(found).toContain('warning cites-dead plans/a.mdx');
  });
});
