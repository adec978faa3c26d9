import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PageTask } from '../../../../scripts/render/page-program.ts';
import type { WrittenFile } from '../../../../scripts/render/page-worker.ts';
import { RendererPool } from '../../../../scripts/render/renderer-pool.ts';
import { readNote, TextTable } from '../../../../src/inspect/page-notes.ts';
import { tempContent } from '../../../support/temp-content.ts';

/** Stands for a compiled program: one route, whose pages say what is asked of them. */
const PROGRAM = `
const routeData = { route: '/[page]', component: 'src/pages/[page].astro', type: 'page', prerender: true, pathname: '/' };
export const app = {
  manifest: { routes: [{ routeData }] },
  setInternals() {}, setOptions() {},
  async render(request) {
    const name = new URL(request.url).pathname;
    if (name.includes('fault')) throw new Error('no such component');
    if (name.includes('silent')) return new Response(null);
    return new Response('<title>' + name + '</title><a href="/x/">x</a>');
  },
};`;

async function openPool(threads = 1): Promise<{ pool: RendererPool; outDir: string }> {
  const dir = await tempContent({
    'program/program.json': JSON.stringify({ entry: 'entry.mjs', styles: [], scripts: [] }),
    'program/code/entry.mjs': PROGRAM,
  });
  const outDir = path.join(dir, 'site');
  const start = {
    programDir: path.join(dir, 'program'),
    outDir,
    siteUrl: 'https://wenku.example',
    base: '/',
  };
  const pool = new RendererPool({ atOnce: 1, most: threads }, start, {});
  onTestFinished(() => pool.close());
  return { pool, outDir };
}

const page = (name: string): PageTask => ({
  ...{ file: `${name}/index.html`, pathname: `/${name}`, route: 0, isPage: true, ofProgram: false },
});

describe('RendererPool', () => {
  it('makes files with several threads and notes what their pages say', async () => {
    const { pool } = await openPool(2);
    const tasks = Array.from({ length: 400 }, (_, index) => page(`p${index}`));
    const table = new TextTable();
    const made = new Map<string, WrittenFile>();
    await pool.make(tasks, table, (task, file) => made.set(task.file, file));
    expect(made.size).toBe(400);
    for (const { file } of tasks) {
      const { note, bytes } = made.get(file) ?? {};
      expect(bytes).toBeGreaterThan(10);
      expect(note && readNote(note, table.texts)).toMatchObject({ title: `/${path.dirname(file)}/` });
    }
  });

  it('leaves out what the program has nothing to say of', async () => {
    const { pool } = await openPool();
    const made: string[] = [];
    await pool.make([page('silent'), page('loud')], new TextTable(), ({ file }) => made.push(file));
    expect(made).toEqual(['loud/index.html']);
  });

  it('names the file that the program fails at', async () => {
    const { pool } = await openPool(2);
    await expect(pool.make([page('a'), page('fault')], new TextTable(), () => {})).rejects.toThrow(
      /^fault\/index\.html: Error: no such component/,
    );
  });

  it("hands on the disk's own words when it refuses a file", async () => {
    const { pool, outDir } = await openPool();
    await mkdir(outDir, { recursive: true });
    await writeFile(path.join(outDir, 'a'), 'a file where a folder should be');
    await expect(pool.make([page('a')], new TextTable(), () => {})).rejects.toMatchObject({
      code: expect.stringMatching(/^(EEXIST|ENOTDIR)$/),
      path: expect.stringContaining(path.join(outDir, 'a')),
    });
  });
});
