import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareFinds } from '../../../scripts/citations/compare.ts';
import { readSnapshot, writeSnapshot } from '../../../scripts/citations/content-snapshot.ts';
import { findAll } from '../../../scripts/citations/find-all.ts';
import { loadExtractor, withExtractorAt } from '../../../scripts/citations/load-extractor.ts';
import { ComparisonError, readArguments } from '../../../scripts/citations/read-arguments.ts';
import { readOtherTexts, type SourceText } from '../../../scripts/citations/read-texts.ts';
import { reportComparison } from '../../../scripts/citations/report.ts';
import { runScript, temporaryFolder } from './run-script.ts';

const folder = temporaryFolder();
const at = (...parts: string[]): string => path.join(folder(), ...parts);
const put = async (name: string, text: string): Promise<void> => {
  await mkdir(path.dirname(at(name)), { recursive: true });
  await writeFile(at(name), text);
};
const hasGit = ((): boolean => {
  try {
    execFileSync('git', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
const git = (...args: string[]): Buffer =>
  execFileSync('git', ['-c', 'user.name=云岭', '-c', 'user.email=a@b', ...args], {
    cwd: folder(),
    stdio: 'pipe',
  });

/** An extraction that finds what a pattern says, and no titles. */
const extraction = (pattern: string): Record<string, string> => ({
  'src/core/docnumber.ts': `export const findDocNumbers = (text: string) => [...text.matchAll(${pattern})].map((m) => ({ raw: m[0], start: m.index, end: m.index + m[0].length, canonical: m[0].replace('[', '〔').replace(']', '〕'), kind: 'number' }));`,
  'src/core/cited-titles.ts': 'export const findCitedTitles = () => [];',
});
const texts = (...lines: string[]): SourceText[] => [
  { file: '甲.txt', docNumber: null, passages: lines.map((text, index) => ({ line: index + 1, text })) },
];

describe('npm run citations', () => {
  it.each([
    [['--agianst'], '不认识的选项 --agianst'],
    [['正文'], '多余的字 正文'],
    [['--against'], '--against 后面没有版本'],
    [['--from', '--against'], '--from 后面没有路径'],
    [['--from='], '--from 后面没有路径'],
  ])('refuses %j', (args, message) => {
    expect(() => readArguments(args)).toThrow(ComparisonError);
    expect(() => readArguments(args)).toThrow(message);
  });

  it('reads its options', () => {
    expect(readArguments(['--against', 'main', '--from', '甲', '--from=乙', '--fail-on-loss'])).toEqual({
      ...{ against: 'main', from: ['甲', '乙'], failOnLoss: true, snapshot: false, help: false },
    });
  });

  it('says what is wrong in Chinese, without a stack, and ends with 2', async () => {
    for (const args of [['--from', '没有的文件夹'], ['--wrong']]) {
      const { code, err } = await runScript('compare-citations.ts', args, folder(), 'tests/fixtures/library');
      expect(code).toBe(2);
      expect(err).toMatch(/发现.+应为.+改法：/);
      expect(err).not.toMatch(/\n\s+at /);
    }
  });

  it.skipIf(!hasGit)('names a revision that does not exist, and a folder without git', async () => {
    const use = async (): Promise<string> => 'used';
    await expect(withExtractorAt('HEAD', folder(), use)).rejects.toThrow('没有 git 记录');
    git('init', '-q');
    await expect(withExtractorAt('没有的', folder(), use)).rejects.toThrow('版本 没有的 不存在');
    await expect(withExtractorAt('--all', folder(), use)).rejects.toThrow('版本 --all 不存在');
    git('commit', '-q', '--allow-empty', '-m', '空');
    await expect(withExtractorAt('HEAD', folder(), use)).rejects.toThrow('没有找文号和题名的程序');
  });

  it.skipIf(!hasGit)('shows what is gained, lost and changed since a revision', async () => {
    git('init', '-q');
    const write = async (files: Record<string, string>): Promise<void> => {
      await Promise.all(Object.entries(files).map(([name, text]) => put(name, text)));
    };
    await write(extraction('/[云教发]+\\[\\d+\\]\\d+号|丙字1号/g'));
    git('add', '.');
    git('commit', '-q', '-m', '旧');
    await write(extraction('/依?云教发[\\[〔]\\d+[\\]〕]\\d+号/g'));
    const all = texts('依云教发[2010]1号。', '云教发[2010]2号', '新的云教发〔2010〕3号；', '丙字1号。');
    const after = findAll(all, [], await loadExtractor(folder()));
    const before = await withExtractorAt('HEAD', folder(), async (old) => findAll(all, [], old));
    expect(reportComparison(compareFinds(before, after), { texts: 1, before, after }).split('\n')).toEqual([
      '得到 甲.txt:3 文号 云教发〔2010〕3号｜新的云教发〔2010〕3号；',
      '失去 甲.txt:4 文号 丙字1号｜丙字1号。',
      '改变 甲.txt:1 文号 云教发[2010]1号 → 云教发〔2010〕1号 ⇒ 依云教发[2010]1号 → 依云教发〔2010〕1号｜依云教发[2010]1号。',
      '',
      '读了 1 份文本。原来：3 处文号、0 处题名；现在：3 处文号、0 处题名。',
      '得到 1 处，失去 1 处，改变 1 处。',
    ]);
  });
});

describe('texts to compare on', () => {
  it('reads paragraphs, pages and records with their lines', async () => {
    await put('in/甲.md', '第一段\n接着\n\n第二段\n');
    await put(
      'in/乙.html',
      '<script>var a = "无";</script>\n<p>云教<b>发</b>\n〔2010〕&#49;号</p>\n<div>\n  另&nbsp;段</div>',
    );
    await put('in/丙.jsonl', '{"id":"a","text":"正文"}\n\n{"题":"甲","n":1}\n不是记录\n');
    await put('in/图.png', '');
    const read = await readOtherTexts(at('in'));
    expect(read.map(({ file, passages }) => [path.basename(file), passages])).toEqual([
      ['丙.jsonl', [{ line: 1, text: '正文' }]],
      ['丙.jsonl', [{ line: 3, text: '甲' }]],
      ['丙.jsonl', [{ line: 4, text: '不是记录' }]],
      [
        '乙.html',
        [
          { line: 2, text: '云教发\n〔2010〕1号' },
          { line: 5, text: '另 段' },
        ],
      ],
      [
        '甲.md',
        [
          { line: 1, text: '第一段\n接着' },
          { line: 4, text: '第二段' },
        ],
      ],
    ]);
    await mkdir(at('空'));
    await expect(readOtherTexts(at('空'))).rejects.toThrow('没有能读的文件');
  });
});

it('a snapshot reads back as it was written', () => {
  const entries = [
    { head: '甲.mdx abc', lines: ['3 文号 云教发[2010]1号 → 云教发〔2010〕1号'] },
    { head: '乙.mdx def', lines: [] },
  ];
  expect(readSnapshot(writeSnapshot(entries))).toEqual(entries);
});
