import { expect, it } from 'vitest';
import { runScript, temporaryFolder } from '../run-script.ts';

const folder = temporaryFolder();
const run = (args: readonly string[], contentDir = folder()) =>
  runScript('edit-content.ts', args, folder(), contentDir);

it('says how it is used', async () => {
  const { code, out } = await run(['--help']);
  expect(code).toBe(0);
  expect(out).toContain('npm run editor');
});

it.each([
  [['x'], /发现多余的“x”.*改法/],
  [['--nonsense'], /发现不认识或缺少值的选项 --nonsense/],
  [[], /里没有 plans、summaries、policies 中的任何一个文件夹/],
] as const)('%j can not run, in words and without a stack trace', async (args, words) => {
  const { code, err } = await run(args);
  expect(code).toBe(2);
  expect(err).toMatch(words);
  expect(err).not.toMatch(/\n\s+at /);
});
