import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { filesBelow } from '../../release/checksums.ts';
import type { Peer, PeerText } from './peer.ts';

/** A peer's output that is no measure of anything; the message says why, in Chinese. */
export class PeerRefused extends Error {
  override readonly name = 'PeerRefused';
}

/** A search index of fewer bytes for each document holds no text. */
const LEAST_INDEX = 100;

/**
 * Makes sure that a peer did the whole work: a page with the title of each document, no more pages than documents and
 * a few of its own, and a search index over all. @throws PeerRefused
 */
export async function inspectPeer(peer: Peer, outDir: string, texts: readonly PeerText[]): Promise<void> {
  const missing: string[] = [];
  for (const text of texts)
    if (!(await shows(path.join(outDir, peer.page(text.path)), text))) missing.push(text.path);
  const [first] = missing;
  if (first !== undefined) {
    throw new PeerRefused(
      `发现 ${peer.title} 只建成 ${texts.length - missing.length} 份文件的网页，应为 ${texts.length} 份（缺 ${first} 等）。改法：查看其构建是否报错；这一项不作比较。`,
    );
  }
  const problem =
    peer.search === 'pagefind' ? await pagefindProblem(outDir, texts) : await localProblem(outDir, texts);
  if (problem === undefined) return;
  throw new PeerRefused(
    `发现 ${peer.title} ${problem}，应有收全 ${texts.length} 份文件的检索。改法：查看其构建是否报错；这一项不作比较。`,
  );
}

async function shows(file: string, { title }: PeerText): Promise<boolean> {
  const html = await readFile(file, 'utf8').catch(() => '');
  return html.includes(title) || decoded(html).includes(title);
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The characters that programs escape, each in its own way. */
const decoded = (html: string): string =>
  html.replace(/&(?:#(\d{1,5})|#[xX]([\da-fA-F]{1,4})|(amp|lt|gt|quot|apos));/g, (_, decimal, hex, name) =>
    name === undefined
      ? String.fromCharCode(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal))
      : (NAMED[name] ?? ''),
  );

interface PagefindEntry {
  readonly languages: Readonly<Record<string, { readonly page_count: number }>>;
}

async function pagefindProblem(outDir: string, texts: readonly PeerText[]): Promise<string | undefined> {
  const text = await readFile(path.join(outDir, 'pagefind/pagefind-entry.json'), 'utf8').catch(
    () => undefined,
  );
  if (text === undefined) return '没有检索索引';
  const { languages } = JSON.parse(text) as PagefindEntry;
  const pages = Object.values(languages).reduce((sum, { page_count }) => sum + page_count, 0);
  const fragments = await readdir(path.join(outDir, 'pagefind/fragment')).catch(() => []);
  const held = Math.min(pages, fragments.length);
  return held < texts.length ? `的检索索引只收 ${held} 个网页` : undefined;
}

/** VitePress puts its index into a script. */
async function localProblem(outDir: string, texts: readonly PeerText[]): Promise<string | undefined> {
  const file = (await filesBelow(outDir)).find((name) => /localSearchIndex/i.test(name));
  if (file === undefined) return '没有检索索引';
  const index = await readFile(path.join(outDir, file), 'utf8');
  if (index.length < LEAST_INDEX * texts.length) return '的检索索引太小';
  const held = texts.filter((text) => index.includes(`/${text.path}`)).length;
  return held < texts.length ? `的检索索引只收 ${held} 个网页` : undefined;
}
