import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkContent, fixFolder } from '../../scripts/check-content.ts';
import { RULES } from '../../src/lint/rules/index.ts';
import { parseSource } from '../../src/schema/source.ts';

const FIXTURES = import.meta.dirname;
const ROOT = path.resolve(FIXTURES, '../..');
const PAGES = path.join(ROOT, 'content/rules');
/** The public folder of all fixtures. */
const PUBLIC = path.join(FIXTURES, 'public');

/**
 * Lays a fixture out as a content folder: `bad.mdx` is a plan, a folder `bad/` is the content itself. The registers
 * beside this file are added where the fixture has none of its own.
 */
async function contentOf(rule: string, name: 'ok' | 'bad'): Promise<string> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'rule-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  await mkdir(path.join(dir, 'plans'));
  const single = path.join(FIXTURES, rule, `${name}.mdx`);
  if (existsSync(single)) await cp(single, path.join(dir, 'plans', `${name}.mdx`));
  else await cp(path.join(FIXTURES, rule, name), dir, { recursive: true });
  for (const register of ['agencies.yml', 'topics.yml']) {
    if (!existsSync(path.join(dir, register)))
      await cp(path.join(FIXTURES, register), path.join(dir, register));
  }
  return dir;
}

describe.each(RULES.map((rule) => ({ id: rule.id, rule })))('rule $id', ({ id, rule }) => {
  test('finds each fault of its bad example, at its line, in words, and nothing else there', async () => {
    const expected = (await readFile(path.join(FIXTURES, id, 'expected.txt'), 'utf8')).trim().split('\n');
    const { issues } = await checkContent(await contentOf(id, 'bad'), [], PUBLIC);
    expect(issues.map((issue) => `${issue.rule} ${issue.file}:${issue.line}`)).toEqual(
      // A line may name another rule that the same fault has to do with.
      expected.map((place) => (place.includes(' ') ? place : `${id} ${place}`)),
    );
    for (const issue of issues) expect(issue.severity).toBe(rule.severity);
    // Worded as 发现…，应为…。改法：… in one line.
    for (const part of issues.flatMap((issue) => [issue.found, issue.expected, issue.fix])) {
      expect(part).toMatch(/\p{Script=Han}/u);
      expect(part).not.toMatch(/[\n。]$|undefined|null|NaN|\[object/);
    }
  });

  test('has nothing to say of its good example, nor has any other rule', async () => {
    const { issues, files } = await checkContent(await contentOf(id, 'ok'), [], PUBLIC);
    expect(issues).toEqual([]);
    expect(files).toBeGreaterThan(0);
  });

  test('what it says --fix can mend of its bad example is mended, once and for all', async () => {
    const dir = await contentOf(id, 'bad');
    const { left } = await fixFolder(dir, [], PUBLIC);
    const { issues } = await checkContent(dir, [], PUBLIC);
    expect(issues.filter(({ edits, file }) => edits && !left.has(file))).toEqual([]);
    expect((await fixFolder(dir, [], PUBLIC)).changed.size).toBe(0);
  });

  test('has a help page that agrees with it and shows both ways of writing', async () => {
    const page = parseSource('plans', id, await readFile(path.join(PAGES, `${id}.mdx`), 'utf8'));
    expect(page.syntaxProblems).toEqual([]);
    expect(page.frontmatter).toEqual({
      title: expect.stringMatching(/\p{Script=Han}/u),
      severity: rule.severity,
      summary: expect.stringMatching(/\p{Script=Han}.*。$/u),
    });
    const headings = [...page.body.matchAll(/^## (.*)$/gm)].map((match) => match[1]);
    expect(headings).toEqual(['错在哪里', '为什么要改', '错误的写法', '正确的写法', '怎样改']);
  });
});

test('every rule file is in the index, and every page and fixture belongs to a rule', async () => {
  const ids = RULES.map((rule) => rule.id).sort();
  const files = await readdir(path.join(ROOT, 'src/lint/rules'));
  expect(files.filter((file) => file !== 'index.ts').sort()).toEqual(ids.map((id) => `${id}.ts`).sort());
  expect((await readdir(PAGES)).sort()).toEqual(ids.map((id) => `${id}.mdx`).sort());
  const entries = await readdir(FIXTURES);
  const folders = [];
  for (const entry of entries)
    if ((await stat(path.join(FIXTURES, entry))).isDirectory()) folders.push(entry);
  expect(folders.filter((folder) => folder !== 'public').sort()).toEqual(ids);
});
