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
