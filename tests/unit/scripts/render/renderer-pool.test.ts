import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PageTask } from '../../../../scripts/render/page-program.ts';
import { RendererPool, sharingFor } from '../../../../scripts/render/renderer-pool.ts';
import { tempContent } from '../../../support/temp-content.ts';

/** Stands for a compiled program: one route, whose pages say what is asked of them. */
const PROGRAM = `
import { threadId } from 'node:worker_threads';
const routeData = { route: '/[page]', component: 'src/pages/[page].astro', type: 'page', prerender: true, pathname: '/' };
export const app = {
  manifest: { routes: [{ routeData }] },
  setInternals() {}, setOptions() {},
  async render(request) {
    const name = new URL(request.url).pathname;
    if (name.includes('fault')) throw new Error('no such component');
    if (name.includes('unread')) throw Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO', path: '/store' });
    if (name.includes('gone')) process.exit(3);
    if (name.includes('silent')) return new Response(null);
    if (name.includes('thread')) return new Response(String(threadId));
    if (name.includes('pooled')) return new Response(Buffer.from(name));
    return new Response('<title>' + name + '</title><a href="/x/">x</a>');
  },
};`;

async function openPool(threads = 1): Promise<RendererPool> {
  const dir = await tempContent({
    'program/program.json': JSON.stringify({ entry: 'entry.mjs', styles: [], scripts: [] }),
    'program/code/entry.mjs': PROGRAM,
  });
  const start = {
    programDir: path.join(dir, 'program'),
    siteUrl: 'https://wenku.example',
    base: '/',
  };
  const pool = new RendererPool({ atOnce: 1, most: threads }, start, {});
  onTestFinished(() => pool.close());
  return pool;
}

const page = (name: string): PageTask => ({
  ...{
    file: `${name}/index.html`,
    pathname: `/${name}`,
    route: 0,
    isPage: true,
    ofProgram: false,
    indexed: false,
  },
});

const textOf = (content: Uint8Array): string => Buffer.from(content).toString();

describe('RendererPool', () => {
  it.each([1, 2])('makes files with at most %i threads', async (threads) => {
    const pool = await openPool(threads);
    pool.expect(400);
    const tasks = Array.from({ length: 400 }, (_, index) => page(`p${index}`));
    const made = new Map<string, string>();
    await pool.make(tasks, (task, { content }) => made.set(task.file, textOf(content)));
    expect(made.size).toBe(400);
    for (const { file } of tasks)
      expect(made.get(file)).toBe(`<title>/${path.dirname(file)}/</title><a href="/x/">x</a>`);
  });

  it('hands over each content whole, also of those that share their memory', async () => {
    const pool = await openPool();
    const tasks = Array.from({ length: 60 }, (_, index) => page(`pooled${index}`));
    const made: string[] = [];
    await pool.make(tasks, (_task, { content }) => made.push(textOf(content)));
    expect(made).toEqual(tasks.map(({ pathname }) => `${pathname}/`));
  });

  it('leaves out what the program has nothing to say of', async () => {
    const pool = await openPool();
    const made: string[] = [];
    await pool.make([page('silent'), page('loud')], ({ file }) => made.push(file));
    expect(made).toEqual(['loud/index.html']);
  });

  it('names the file that the program fails at, and makes none after it', async () => {
    const pool = await openPool(2);
    pool.expect(901);
    const tasks = [page('fault'), ...Array.from({ length: 900 }, (_, index) => page(`p${index}`))];
    const made: string[] = [];
    await expect(pool.make(tasks, ({ file }) => made.push(file))).rejects.toThrow(
      /^fault\/index\.html: Error: no such component/,
    );
    const soFar = made.length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(made).toHaveLength(soFar);
  });

  it("hands on the disk's own words when the program can't read what it needs", async () => {
    const pool = await openPool();
    await expect(pool.make([page('unread')], () => {})).rejects.toMatchObject({
      code: 'EIO',
      path: '/store',
    });
  });

  it('fails when a thread ends by itself', async () => {
    const pool = await openPool();
    await expect(pool.make([page('gone')], () => {})).rejects.toThrow('has ended by itself (3)');
  });

  it('gives each thread its share of few files', async () => {
    const pool = await openPool(2);
    pool.expect(400);
    const threads = new Set<string>();
    const tasks = Array.from({ length: 48 }, (_, index) => page(`thread${index}`));
    await pool.make(tasks, (_task, { content }) => threads.add(textOf(content)));
    expect(threads.size).toBe(2);
  });

  it('hands on what the taker of a file throws, such as what the disk refuses', async () => {
    const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    const pool = await openPool();
    const refuse = (): never => {
      throw full;
    };
    await expect(pool.make([page('a')], refuse)).rejects.toBe(full);
  });
});

describe('sharingFor', () => {
  it('leaves a processor to the index of a small library, and none where there is only one', () => {
    expect(sharingFor(500, 2)).toEqual({ threads: 1, indexMeanwhile: true });
    expect(sharingFor(500, 4)).toEqual({ threads: 3, indexMeanwhile: true });
    expect(sharingFor(500, 8)).toEqual({ threads: 4, indexMeanwhile: true });
    expect(sharingFor(500, 1)).toEqual({ threads: 1, indexMeanwhile: false });
    expect(sharingFor(20, 8)).toEqual({ threads: 1, indexMeanwhile: true });
    expect(sharingFor(5000, 2)).toEqual({ threads: 2, indexMeanwhile: false });
  });
});
