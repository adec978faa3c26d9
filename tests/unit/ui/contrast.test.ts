import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const file = path.resolve(import.meta.dirname, '../../../src/ui/styles/tokens.css');
const css = (await readFile(file, 'utf8')).replace(/\/\*[\s\S]*?\*\//g, '');

type Tokens = Record<string, string>;

/** The hexadecimal colours of the first block that a selector opens. */
function tokensOf(selector: string): Tokens {
  const start = css.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`no ${selector}`);
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

const light = tokensOf(':root');
const dark = tokensOf(':root[data-theme="dark"]');

/** Relative luminance of #rrggbb (WCAG 2.2). */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Inks and the grounds on which the style sheets put them as text. */
const TEXT: readonly (readonly [ink: string, grounds: readonly string[]])[] = [
  ['ink', ['paper', 'paper-2', 'paper-3', 'mark', 'accent-soft', 'ok-soft']],
  ['ink-2', ['paper', 'paper-2', 'paper-3', 'accent-soft', 'mark']],
  ['ink-3', ['paper', 'paper-2', 'paper-3']],
  ['accent', ['paper', 'paper-2', 'paper-3', 'accent-soft']],
  ['accent-ink', ['accent']],
  ['ok', ['paper', 'paper-2', 'paper-3', 'ok-soft']],
  ['warn', ['paper', 'paper-2', 'paper-3']],
  ['bad', ['paper', 'paper-2', 'paper-3', 'accent-soft']],
];

/** What is seen and not read: the focus ring, edges of fields and boxes, bars and lines of pictures. */
const SHAPES: readonly (readonly [shape: string, grounds: readonly string[]])[] = [
  ['accent', ['paper', 'paper-2', 'paper-3', 'accent-soft']],
  ['ink-3', ['paper', 'paper-2', 'paper-3']],
  ['warn', ['paper', 'paper-2']],
  ['bad', ['paper', 'paper-2']],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('in %s', (_name, tokens) => {
  const pairs = (table: typeof TEXT) =>
    table.flatMap(([ink, grounds]) => grounds.map((ground) => [ink, ground]));
  const faintest = (table: typeof TEXT, least: number) =>
    pairs(table).flatMap(([ink = '', ground = '']) => {
      const [one, other] = [tokens[ink], tokens[ground]];
      if (one === undefined || other === undefined) return [`--${ink} or --${ground} is no colour`];
      const ratio = contrast(one, other);
      return ratio < least ? [`--${ink} on --${ground}: ${ratio.toFixed(2)}`] : [];
    });

  it('text stands out at 4.5:1', () => expect(faintest(TEXT, 4.5)).toEqual([]));
  it('what is not text stands out at 3:1', () => expect(faintest(SHAPES, 3)).toEqual([]));
});

describe('the style sheets', () => {
  it('say dark twice, for those with and those without scripts, in the same colours', () => {
    expect(tokensOf(':root:not([data-theme])')).toEqual(dark);
    expect(Object.keys(dark).sort()).toEqual(Object.keys(light).sort());
  });

  it('give fields an edge that is seen', async () => {
    const parts = await readFile(path.join(path.dirname(file), 'parts.css'), 'utf8');
    expect(/\.field \{[^}]*border: 1px solid var\(--([\w-]+)\)/.exec(parts)?.[1]).toBe('ink-3');
  });
});
