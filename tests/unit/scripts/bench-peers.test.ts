import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { addUp, preparePeer } from '../../../scripts/bench/peers/build-peer.ts';
import { inspectPeer, PeerRefused } from '../../../scripts/bench/peers/inspect-peer.ts';
import { PEERS } from '../../../scripts/bench/peers/list.ts';
import type { Peer } from '../../../scripts/bench/peers/peer.ts';
import { peerTexts, plainBody } from '../../../scripts/bench/peers/peer-texts.ts';
import { prepareContent } from '../../../scripts/bench/prepare-content.ts';
import { temporaryFolder } from './run-script.ts';

const folder = temporaryFolder();

function peer(name: string): Peer {
  const found = PEERS.find((each) => each.name === name);
  if (!found) throw new RangeError(name);
  return found;
}

describe('texts for peers', () => {
  it('lose components and pictures, and keep what they say', () => {
    expect(
      plainBody('<Lines>\n一行\n</Lines>\n\n全<Supplied>年</Supplied>听课 \\<Lines> <Shot name="a" />'),
    ).toBe('\n一行\n\n\n全年听课 \\<Lines> ');
    expect(plainBody('见![附\\]图](图/1.png "图一")和[办法](办法.mdx)')).toBe('见附\\]图和[办法](办法.mdx)');
  });

  it('are all documents with their titles, drafts left out', async () => {
    await prepareContent(folder(), { docs: 5 });
    const draft =
      '---\ntitle: 草稿\nissuer: 未署名\nkind: 未知\ncompleteness: 全文\ndraft: true\n---\n\n未定。\n';
    await writeFile(path.join(folder(), 'policies/draft.mdx'), draft);
    const texts = await peerTexts(folder());
    expect(texts).toHaveLength(5);
    expect(new Set(texts.map(({ path: at }) => at)).size).toBe(5);
    for (const { path: at, title } of texts) {
      expect(at).toMatch(/^(?:plans|summaries|policies)\/d\d{5}$/);
      expect(title).toContain('年');
    }
  });
});

const texts = [
  { path: 'plans/d00001', title: '“甲”计划: 一 & 二', body: '正文 {{ 不是程序 }}' },
  { path: 'policies/d00002', title: '办法', body: '条文' },
];

describe("a peer's project", () => {
  it.each(PEERS.map(({ name }) => name))('of %s holds every text with its title', (name) => {
    const files = peer(name).project(texts);
    for (const { path: at, title, body } of texts) {
      const found = [...files].find(([file]) => file.replace(/\.mdx?$/, '').endsWith(at));
      expect(found?.[1]).toContain(`title: ${JSON.stringify(title)}`);
      expect(found?.[1]).toContain(body);
    }
  });

  it('of Starlight lists all documents only where asked to', () => {
    const config = (name: string) => peer(name).project(texts).get('astro.config.mjs') ?? '';
    expect(config('starlight')).not.toContain('autogenerate');
    expect(config('starlight-sidebar')).toMatch(/"directory":"plans".*"directory":"policies"/);
    expect(config('starlight-sidebar')).not.toContain('summaries');
  });

  it('pins what it installs', () => {
    for (const { packages } of PEERS)
      for (const version of Object.values(packages?.packages ?? {}))
        expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

describe("a peer's output", () => {
  const write = async (file: string, text: string): Promise<void> => {
    await mkdir(path.dirname(path.join(folder(), file)), { recursive: true });
    await writeFile(path.join(folder(), file), text);
  };
  const entry = (pages: number): string => JSON.stringify({ languages: { 'zh-cn': { page_count: pages } } });
  const inspect = (name = 'starlight') => inspectPeer(peer(name), folder(), texts);

  it('is accepted with a page for each document and an index over all', async () => {
    await write('plans/d00001/index.html', '<title>&#x201c;甲&#8221;计划: 一 &amp; 二</title>');
    await expect(inspect()).rejects.toThrow('只建成 1 份文件的网页，应为 2 份（缺 policies/d00002 等）');
    await write('policies/d00002/index.html', '<h1>别的</h1>');
    await expect(inspect()).rejects.toThrow(PeerRefused);
    await write('policies/d00002/index.html', '<h1>办法</h1>');
    await expect(inspect()).rejects.toThrow('没有检索索引');
    await write('pagefind/pagefind-entry.json', entry(1));
    await write('pagefind/fragment/a.pf_fragment', '');
    await expect(inspect()).rejects.toThrow('的检索索引只收 1 个网页');
    await write('pagefind/pagefind-entry.json', entry(2));
    await expect(inspect()).rejects.toThrow('的检索索引只收 1 个网页');
    await write('pagefind/fragment/b.pf_fragment', '');
    await expect(inspect()).resolves.toBeUndefined();
  });

  it('of VitePress needs an index in a script that names every document', async () => {
    for (const { path: at, title } of texts) await write(`${at}.html`, title.replace('&', '&amp;'));
    await expect(inspect('vitepress')).rejects.toThrow('没有检索索引');
    await write('assets/chunks/@localSearchIndexroot.x.js', `/plans/d00001${' '.repeat(300)}`);
    await expect(inspect('vitepress')).rejects.toThrow('的检索索引只收 1 个网页');
    await write(
      'assets/chunks/@localSearchIndexroot.x.js',
      `/plans/d00001 /policies/d00002${' '.repeat(300)}`,
    );
    await expect(inspect('vitepress')).resolves.toBeUndefined();
  });

  it('is refused where its program is not installed', async () => {
    const missing = { ...peer('hugo'), program: { name: 'no-such-program-here', mend: '先装上它' } };
    await expect(preparePeer(missing, folder(), () => {})).rejects.toThrow('找不到程序 no-such-program-here');
  });

  it('of several steps costs their sum, and the memory of the greatest', () => {
    const step = (ms: number, peakBytes: number | null) => ({ ms, cpuMs: ms * 2, peakBytes });
    expect(addUp([step(10, 5), step(20, 3)])).toEqual({ totalMs: 30, cpuMs: 60, peakBytes: 5 });
    expect(addUp([step(10, 5), step(20, null)]).peakBytes).toBeNull();
  });
});
