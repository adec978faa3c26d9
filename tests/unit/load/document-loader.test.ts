import { EventEmitter } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { expect, it, onTestFinished, vi } from 'vitest';
import { documentLoader } from '../../../src/load/document-loader.ts';
import { STORE_VARIABLE } from '../../../src/load/stored-documents-fs.ts';
import { planText, tempContent } from '../../support/temp-content.ts';

/** What a loader is handed, as far as this one looks at it; with a watcher the site is being edited. */
function contextOf(edited: boolean): { context: LoaderContext; ids: () => string[] } {
  const entries = new Map<string, unknown>();
  const store = {
    get: (id: string) => entries.get(id),
    set: (entry: { id: string }) => entries.set(entry.id, entry),
    keys: () => [...entries.keys()],
    delete: (id: string) => entries.delete(id),
    clear: () => entries.clear(),
  };
  const watcher = Object.assign(new EventEmitter(), { add: () => undefined });
  const context = {
    ...{ store, logger: { error: () => undefined }, ...(edited ? { watcher } : {}) },
    config: { base: '/', root: pathToFileURL(`${path.resolve('.')}/`) },
  };
  return { context: context as unknown as LoaderContext, ids: () => [...entries.keys()].sort() };
}

it('a build has no drafts, whatever is wrong with them; whoever edits sees those that can be shown', async () => {
  const dir = await tempContent({
    'plans/a.mdx': planText(),
    'plans/b.mdx': planText('draft: true\n'),
    'plans/c.mdx': planText('draft: true\nissuedOn: 昨天\n'),
  });
  const built = contextOf(false);
  await documentLoader('plans', dir).load(built.context);
  expect(built.ids()).toEqual(['a']);
  const edited = contextOf(true);
  await documentLoader('plans', dir).load(edited.context);
  expect(edited.ids()).toEqual(['a', 'b']);
});

it('a document that becomes a draft leaves the store of the build before', async () => {
  const dir = await tempContent({ 'plans/a.mdx': planText(), 'plans/b.mdx': planText() });
  const { context, ids } = contextOf(false);
  await documentLoader('plans', dir).load(context);
  expect(ids()).toEqual(['a', 'b']);
  const again = await tempContent({ 'plans/a.mdx': planText(), 'plans/b.mdx': planText('draft: true\n') });
  await documentLoader('plans', again).load(context);
  expect(ids()).toEqual(['a']);
});

it('a program that takes its documents from a store has none of its own', async () => {
  const dir = await tempContent({ 'plans/a.mdx': planText() });
  const { context, ids } = contextOf(false);
  await documentLoader('plans', dir).load(context);
  expect(ids()).toEqual(['a']);
  vi.stubEnv(STORE_VARIABLE, dir);
  onTestFinished(() => void vi.unstubAllEnvs());
  await documentLoader('plans', dir).load(context);
  expect(ids()).toEqual([]);
});

it('a folder that is no content folder is said to be none', async () => {
  const { context } = contextOf(false);
  await expect(documentLoader('plans', await tempContent({})).load(context)).rejects.toThrow(
    /应为内容文件夹.*改法/,
  );
});

it('of a folder that is empty while it is edited each new document is taken', async () => {
  const dir = await tempContent({});
  await mkdir(path.join(dir, 'plans'));
  const { context, ids } = contextOf(true);
  await documentLoader('plans', dir).load(context);
  expect(ids()).toEqual([]);
  const file = path.join(dir, 'plans/a.mdx');
  await writeFile(file, planText());
  context.watcher?.emit('all', 'add', file);
  await vi.waitFor(() => expect(ids()).toEqual(['a']), { timeout: 10_000 });
});
