import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Header, pack } from 'tar-stream';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { filesBelow, readChecksums } from '../../../scripts/release/checksums.ts';
import { releaseSite } from '../../../scripts/release-site.ts';
import { restoreSite, unpackRelease } from '../../../scripts/restore-site.ts';

type Named = Partial<Header> & Pick<Header, 'name'>;

let workspace: string;
const inside = (name: string): string => path.join(workspace, name);
/** What makes a folder a built site, and some pages. */
const SITE: Record<string, string> = {
  'api/documents.json': '[]',
  'pagefind/pagefind-entry.json': '{}',
  'index.html': '<p>云岭区教研室</p>',
  'n/云教发〔2011〕5号/index.html': '<p>未收录</p>',
};

async function writeSite(dir: string, files: Record<string, string>): Promise<string> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(dir, name)), { recursive: true });
    await writeFile(path.join(dir, name), text);
  }
  return dir;
}

/** An archive of these entries, as somebody else might make it. */
async function craft(name: string, entries: readonly [Named, string?][]): Promise<string> {
  const tar = pack();
  for (const [header, text] of entries) tar.entry(header, text ?? '');
  tar.finalize();
  await pipeline(tar, createGzip(), createWriteStream(inside(name)));
  return inside(name);
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

beforeAll(async () => {
  workspace = await mkdtemp(path.join(tmpdir(), 'release-'));
  vi.spyOn(console, 'log').mockImplementation(() => {});
});
afterAll(() => rm(workspace, { recursive: true, force: true }));

describe('a release', () => {
  it('is restored to the letter, in place of what stood there', async () => {
    const site = await writeSite(inside('site'), SITE);
    const archive = await releaseSite(site, inside('out'), '2012-02-20');
    expect(path.basename(archive)).toMatch(/^wenku-2012-02-20-[0-9a-f]{12}\.tar\.gz$/);
    const target = await writeSite(inside('dist'), { ...SITE, 'index.html': '新的', 'extra.html': '多的' });
    await restoreSite(archive, { outDir: target, contentDir: inside('content') }, false);
    expect(await filesBelow(target)).toEqual(Object.keys(SITE).sort());
    for (const [name, text] of Object.entries(SITE))
      expect(await readFile(path.join(target, name), 'utf8')).toBe(text);
  });

  it('has the same bytes for the same site, whenever its files were written', async () => {
    const site = await writeSite(inside('again'), SITE);
    const first = await readFile(await releaseSite(site, inside('out1'), '2012-02-20'));
    await utimes(path.join(site, 'index.html'), 1, 1);
    const second = await readFile(await releaseSite(site, inside('out2'), '2013-01-01'));
    expect(second.equals(first)).toBe(true);
  });

  it('can be compared by anybody with sha256sum', async () => {
    const site = await writeSite(inside('summed'), SITE);
    const archive = await releaseSite(site, inside('out3'), '2012-02-20');
    const [sum] = (await readFile(`${archive}.sha256`, 'utf8')).split('  ');
    expect(sum).toBe(
      createHash('sha256')
        .update(await readFile(archive))
        .digest('hex'),
    );
  });

  it('is made of a built site only', async () => {
    const folder = await writeSite(inside('other'), { 'index.html': '' });
    await expect(releaseSite(folder, inside('out4'), '2012-02-20')).rejects.toThrow(/没有生成好的网站/);
  });
});

describe('an archive that is not as it was made', () => {
  const sums = (files: Record<string, string>): string =>
    Object.entries(files)
      .map(([name, text]) => `${digest(text)}  ${name}\n`)
      .join('');
  const entriesOf = (files: Record<string, string>): [Named, string][] =>
    Object.entries(files).map(([name, text]) => [{ name }, text]);

  it.each([
    ['a file changed', { ...SITE, 'index.html': '改了' }, SITE, 'index.html 的内容变了'],
    ['a file missing', { 'index.html': SITE['index.html'] ?? '' }, SITE, '缺少 api/documents.json'],
    ['a file too many', { ...SITE, 'x.html': '' }, SITE, '多出 x.html'],
    ['no site in it', { 'a.html': 'a' }, { 'a.html': 'a' }, '里面不是一个网站'],
  ])('is refused with %s, and the present site stands', async (name, files, listed, reason) => {
    const archive = await craft(`${name}.tar.gz`, [
      ...entriesOf(files),
      [{ name: 'SHA256SUMS' }, sums(listed)],
    ]);
    const target = await writeSite(inside(`dist ${name}`), SITE);
    const places = { outDir: target, contentDir: inside('content') };
    await expect(restoreSite(archive, places, false)).rejects.toThrow(reason);
    expect(await filesBelow(target)).toEqual(Object.keys(SITE).sort());
  });

  it.each<[string, Named]>([
    ['a way out of the folder', { name: '../../evil.html' }],
    ['an absolute name', { name: '/tmp/evil.html' }],
    ['a link', { name: 'link', type: 'symlink', linkname: '/etc/passwd' }],
  ])('is refused with %s', async (name, header) => {
    const archive = await craft(`${name}.tar.gz`, [[header]]);
    await expect(unpackRelease(archive, inside(`into ${name}`))).rejects.toThrow(
      /不是网站文件夹里的普通文件/,
    );
  });

  it('is refused when it is cut short, no archive at all, or not what its .sha256 says', async () => {
    const archive = await releaseSite(await writeSite(inside('cut'), SITE), inside('out5'), '2012-02-20');
    const bytes = await readFile(archive);
    const cut = inside('cut.tar.gz');
    await writeFile(cut, bytes.subarray(0, bytes.length - 40));
    await expect(unpackRelease(cut, inside('into cut'))).rejects.toThrow(/不是完好的存档/);
    const text = inside('text.tar.gz');
    await writeFile(text, '不是存档');
    await expect(unpackRelease(text, inside('into text'))).rejects.toThrow(/不是完好的存档/);
    await writeFile(`${archive}.sha256`, `${'0'.repeat(64)}  x\n`);
    await expect(unpackRelease(archive, inside('into sum'))).rejects.toThrow(/\.sha256 里的校验值不符/);
  });

  it('names the line of a list that cannot be read', () => {
    expect(() => readChecksums(`${'0'.repeat(64)}  a\nnonsense\n`)).toThrow(/第 2 行/);
  });
});
