import { appendFile, cp, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow } from '../../scripts/release/checksums.ts';
import { buildTo } from '../support/build.setup.ts';

let workspace: string;
let content: string;
/** Built again after each change. */
let grown: string;
let environment: Record<string, string>;

beforeAll(async () => {
  workspace = await mkdtemp(path.join(tmpdir(), 'grown-'));
  content = path.join(workspace, 'content');
  grown = path.join(workspace, 'grown');
  environment = { CONTENT_DIR: content };
  await cp('tests/fixtures/library', content, { recursive: true });
  await buildTo(grown, environment);
}, 240_000);
afterAll(() => rm(workspace, { recursive: true, force: true }));

/** A page that no text but its own document's concerns. */
const UNCONCERNED = 'plans/yunjiaoyanzi-2011-2/index.html';
/** A page that leads to the summary of 2012. */
const CONCERNED = 'plans/yunjiaoyanzi-2012-3/index.html';

const at = (file: string): string => path.join(content, file);

async function edit(file: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(at(file), 'utf8');
  const changed = text.replace(from, to);
  expect(changed, `${file} has what is to be changed`).not.toBe(text);
  await writeFile(at(file), changed);
}

/** The changes that an office makes, one upon the other. */
const CHANGES: readonly [what: string, change: () => Promise<void>][] = [
  ['nothing', async () => {}],
  ['a paragraph of a text', () => appendFile(at('plans/2012.mdx'), '\n\n听课记录每学期末收齐。\n')],
  ['a title', () => edit('plans/2011.mdx', /^title: .*$/m, 'title: 云岭区教研室2011年度教研工作计划')],
  ['a citation', () => appendFile(at('summaries/2012.mdx'), '\n\n依据云教发〔2008〕2号文件。\n')],
  [
    'a document that is new',
    () =>
      writeFile(
        at('plans/2010.mdx'),
        '---\ntitle: 云岭区教研室2010年度工作计划\nissuer: 云岭区教研室\nkind: 工作计划\nperiod: 2010年\ncompleteness: 全文\n---\n\n一、指导思想。\n\n依据云教发〔2008〕2号文件开展。\n',
      ),
  ],
  ['an attachment', () => writeFile(at('files/yanshu.txt'), '新的附件，云岭区教研室。\n')],
  ['the topics', () => appendFile(at('topics.yml'), '- name: 新的主题\n')],
  ['a file name', () => rename(at('plans/2010.mdx'), at('plans/first.mdx'))],
  ['a document that goes', () => rm(at('plans/first.mdx'))],
];

async function differing(a: string, b: string): Promise<string[]> {
  const [files, others] = await Promise.all([a, b].map(filesBelow));
  const found = [...new Set([...(files ?? []), ...(others ?? [])])];
  const same = await Promise.all(
    found.map(async (file) => {
      const [one, two] = await Promise.all(
        [a, b].map((dir) => readFile(path.join(dir, file)).catch(() => undefined)),
      );
      return one !== undefined && two?.equals(one) === true;
    }),
  );
  return found.filter((_, index) => !same[index]);
}

/** Builds the same content where nothing was built before, and with no cache but that of the compiled program. */
async function cleanly(name: string, more: Record<string, string> = {}): Promise<string> {
  const clean = path.join(workspace, name);
  await buildTo(clean, { ...environment, ...more });
  return clean;
}

describe('a build after another', () => {
  it.each(CHANGES)(
    'gives the bytes of a first one after a change of %s',
    async (what, change) => {
      await change();
      await buildTo(grown, environment);
      expect(await differing(grown, await cleanly(`clean ${what}`))).toEqual([]);
    },
    120_000,
  );

  it('makes no page again that no change concerns', async () => {
    const page = path.join(grown, UNCONCERNED);
    const before = (await stat(page)).mtimeMs;
    await appendFile(at('plans/2012.mdx'), '\n\n教研简报每月一期。\n');
    await buildTo(grown, environment);
    expect((await stat(page)).mtimeMs).toBe(before);
  }, 120_000);

  it("makes of a title's change only the pages of documents that show it", async () => {
    const times = () =>
      Promise.all([UNCONCERNED, CONCERNED].map(async (page) => (await stat(path.join(grown, page))).mtimeMs));
    const before = await times();
    await edit('summaries/2012.mdx', /^title: .*$/m, 'title: 云岭区教研室2012年教研工作总结');
    await buildTo(grown, environment);
    const after = await times();
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
    expect(await differing(grown, await cleanly('a title of its own'))).toEqual([]);
  }, 120_000);

  it('follows the address of two offices in two lines', async () => {
    await edit('plans/2011.mdx', /^issuer: .*$/m, 'issuer: |-\n  云岭区教育局\n  云岭区财政局');
    await buildTo(grown, environment);
    const other =
      '---\ntitle: 关于经费的通知\nissuer: 云令区教育局、云岭区财政局\nkind: 通知\ncompleteness: 题录\n---\n';
    await writeFile(at('policies/same-sound.mdx'), other);
    await buildTo(grown, environment);
    expect(await differing(grown, await cleanly('two offices'))).toEqual([]);
  }, 120_000);

  it('mends a page that was changed by hand', async () => {
    const page = path.join(grown, UNCONCERNED);
    const good = await readFile(page);
    await writeFile(page, 'spoilt');
    await buildTo(grown, environment);
    expect(await readFile(page)).toEqual(good);
  }, 120_000);

  it('tells the statuses of another day', async () => {
    const day = { AS_OF: '2030-01-01' };
    await buildTo(grown, { ...environment, ...day });
    expect(await differing(grown, await cleanly('another day', day))).toEqual([]);
  }, 120_000);

  it('ignores notes of the last one that are damaged', async () => {
    const keep = path.join(workspace, 'own cache');
    const own = { ...environment, WENKU_CACHE: keep };
    const site = path.join(workspace, 'own');
    await buildTo(site, own);
    for (const file of await filesBelow(path.join(keep, 'pages')))
      await writeFile(path.join(keep, 'pages', file), 'not what was written');
    await buildTo(site, own);
    expect(await differing(site, await cleanly('undamaged'))).toEqual([]);
  }, 120_000);
});
