import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Parser } from 'htmlparser2';
import { describe, expect, inject, it } from 'vitest';

const DIST = inject('fixtureSite');
const PAGES = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.html'),
);

interface PageFacts {
  policy: string | undefined;
  /** SHA-256, base64, of each script that stands in the page and would run. */
  scripts: string[];
  /** Styles in the page, attributes that hold styles or scripts, addresses that are scripts. */
  unruly: string[];
}

function factsOf(html: string): PageFacts {
  const facts: PageFacts = { policy: undefined, scripts: [], unruly: [] };
  let script: string | undefined;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (attributes['http-equiv'] === 'Content-Security-Policy') facts.policy = attributes['content'];
      if (name === 'script' && attributes['src'] === undefined && !attributes['type']?.includes('json'))
        script = '';
      if (name === 'style') facts.unruly.push('<style>');
      for (const [key, value] of Object.entries(attributes))
        if (key === 'style' || key.startsWith('on') || /^\s*(?:javascript|data):/i.test(value))
          facts.unruly.push(`${name} ${key}="${value}"`);
    },
    ontext: (text) => {
      if (script !== undefined) script += text;
    },
    onclosetag: (name) => {
      if (name !== 'script' || script === undefined) return;
      facts.scripts.push(createHash('sha256').update(script).digest('base64'));
      script = undefined;
    },
  });
  parser.end(html);
  return facts;
}

describe('the policy of every page', () => {
  it('stands in each of them, and allows nothing that stands in a page but scripts known by their hash', () => {
    expect(PAGES.length).toBeGreaterThan(80);
    for (const page of PAGES) {
      const { policy = '', scripts, unruly } = factsOf(readFileSync(path.join(DIST, page), 'utf8'));
      expect(policy, page).toMatch(/^default-src 'none'; /);
      expect(policy, page).not.toMatch(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|\*|https?:/);
      expect(unruly, page).toEqual([]);
      for (const hash of scripts) expect(policy, page).toContain(`'sha256-${hash}'`);
    }
  });
});
