import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../scripts/import/read-arguments.ts';
import { scaleOf, THEMES } from '../../../scripts/screenshots/capture.ts';
import { demoSettings } from '../../../scripts/screenshots/demo-site.ts';
import { PICTURES } from '../../../scripts/screenshots/pictures.ts';
import { runScript, temporaryFolder } from './run-script.ts';

const folder = temporaryFolder();
const HELP = 'content/help';
const FILES = 'public/help';
/** Of all pictures together: they are part of every clone and of every copy on a memory stick. */
const MOST_BYTES = 600_000;

const names = PICTURES.map(({ name }) => name);
const fileNames = names.flatMap((name) => THEMES.map((theme) => `${name}-${theme}.webp`));

/** Every `<Shot … />` of the help pages. */
async function shots(): Promise<{ page: string; name: string; alt: string }[]> {
  const pages = (await readdir(HELP)).filter((file) => file.endsWith('.mdx'));
  const found = await Promise.all(
    pages.map(async (page) => {
      const text = await readFile(path.join(HELP, page), 'utf8');
      return [...text.matchAll(/<Shot\b([^>]*)\/>/g)].map(([, attributes = '']) => ({
        page,
        name: /\bname="([^"]*)"/.exec(attributes)?.[1] ?? '',
        alt: /\balt="([^"]*)"/.exec(attributes)?.[1] ?? '',
      }));
    }),
  );
  return found.flat();
}

/** Width and height in pixels of a WebP file, from its first chunk. */
function webpSize(bytes: Buffer): { width: number; height: number } {
  const chunk = bytes.toString('latin1', 12, 16);
  if (bytes.toString('latin1', 8, 12) !== 'WEBP') throw new Error('no WebP file');
  // https://developers.google.com/speed/webp/docs/riff_container: extended, lossless and lossy headers.
  if (chunk === 'VP8X') return { width: 1 + bytes.readUIntLE(24, 3), height: 1 + bytes.readUIntLE(27, 3) };
  if (chunk === 'VP8L') {
    const bits = bytes.readUInt32LE(21);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) };
  }
  return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
}

describe('the pictures of the help pages', () => {
  it('are those that the script takes, no more and no fewer, each once', async () => {
    expect((await readdir(FILES)).sort()).toEqual([...fileNames].sort());
    expect(new Set(names).size).toBe(names.length);
  });

  it('are shown on a help page or in the README', async () => {
    const readme = await readFile('README.md', 'utf8');
    const shown = new Set((await shots()).map(({ name }) => name));
    expect(names.filter((name) => !shown.has(name) && !readme.includes(`${FILES}/${name}-`))).toEqual([]);
  });

  it('exist where a page names them, and are described in Chinese', async () => {
    for (const { page, name, alt } of await shots()) {
      expect(names, page).toContain(name);
      expect(alt, `${page}: ${name}`).toMatch(/\p{Script=Han}{4}/u);
    }
  });

  it('have the size that the pages say', async () => {
    const sizes = JSON.parse(await readFile('src/ui/shot-sizes.json', 'utf8'));
    expect(Object.keys(sizes)).toEqual(names);
    for (const picture of PICTURES) {
      const { name } = picture;
      const scale = scaleOf(picture);
      for (const theme of THEMES) {
        const { width, height } = webpSize(await readFile(path.join(FILES, `${name}-${theme}.webp`)));
        expect({ name, theme, width, height }).toEqual({
          ...{ name, theme },
          width: Math.round(scale * sizes[name].width),
          height: Math.round(scale * sizes[name].height),
        });
      }
    }
  });

  it('are small together', async () => {
    const files = await Promise.all(fileNames.map((file) => stat(path.join(FILES, file))));
    expect(files.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(MOST_BYTES);
  });
});

describe('the settings of the demonstration', () => {
  it('name the fictional office and nothing of the real one', async () => {
    const settings = demoSettings(await readFile('src/site.config.ts', 'utf8'));
    expect(settings).toContain("office: '云岭区教研室'");
    expect(settings).toContain('office: string;');
    expect(settings).not.toContain('峄');
    expect(settings).not.toContain('鲁教');
  });

  it('refuse settings that are written otherwise', () => {
    expect(() => demoSettings('export const siteConfig = {};')).toThrow(UsageError);
  });
});

describe('the command', () => {
  it('knows its pictures by name', async () => {
    const { code, err } = await runScript('take-screenshots.ts', ['nowhere'], folder());
    expect(code).toBe(2);
    expect(err).toContain('发现图名 nowhere');
    expect(err).not.toMatch(/^\s+at /m);
  });
});
