import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openReader } from '../../../scripts/import/isolated-reader.ts';
import { HOSTILE_SOURCES } from '../../fixtures/hostile/sources.ts';
import { runScript, temporaryFolder } from './run-script.ts';

describe('a file that was made to harm the import', () => {
  // Less than a person's file gets: what takes longer is refused the sooner.
  const reader = openReader({ time: 6_000, memory: 1_024 });
  afterAll(() => reader.close());

  it.each(HOSTILE_SOURCES)('%s is read within bounds, or refused with the mend', async (fileName, make) => {
    const sha256 = '0'.repeat(64);
    const read = await reader.read({ bytes: make(), fileName, sha256, collection: 'plans', agencies: [] });
    if (!read.ok) {
      expect(read.reason).toMatch(/^发现.+，应为.+。改法：/s);
      expect(read.reason).not.toMatch(/自身出错/);
      return;
    }
    for (const { text, files } of read.drafts) {
      expect(text).not.toContain('root:');
      expect(
        files.map((file) => file.path).filter((file) => !/^files\/[\w.-]+\/[\w.-]+$/.test(file)),
      ).toEqual([]);
    }
  });
});

describe('names and things that are no documents', () => {
  const folder = temporaryFolder();
  const at = (...parts: string[]): string => path.join(folder(), ...parts);
  let made = 0;
  /** Each a plan of its own; the names alone are hostile. */
  const plan = (): string => {
    made += 1;
    return `云岭区教研室2012年度工作计划\n\n云教研字[2012]${made}号\n\n一、指导思想\n`;
  };

  const NAMES = [
    `${'长'.repeat(83)}.txt`,
    `${'a'.repeat(251)}.txt`,
    '换\n行\u0007铃.txt',
    '右\u202e到左txt.exe.txt',
    '零宽\u200b\u2060字.txt',
    'CON.txt',
    'nul',
    'aux.txt. ',
    '尾点.txt.',
    '. .txt',
    '-rf.txt',
    '$(touch x).txt',
    '`touch x`;.txt',
    '..%2f..%2fx.txt',
    '..\\..\\x.txt',
    'C:\\x.txt',
    '<script>alert(1)<!--.txt',
    "'; DROP TABLE.txt",
    'e\u0301.txt',
    '\u00e9.txt',
    'Same.txt',
    'SAME.txt',
    '__proto__',
    'constructor.txt',
    '---\ntitle: 甲\n---.txt',
  ];

  it('are named in the report without harm to it, and nothing is written elsewhere', async () => {
    mkdirSync(at('in'));
    const taken = NAMES.filter((name) => !existsSync(at('in', name)));
    for (const name of taken) writeFileSync(at('in', name), plan());
    const { code, out, err } = await runScript('import-documents.ts', ['in', '--to', 'plans'], folder());
    // Hidden files are what systems leave behind: '. .txt' and '..%2f' begin with a full stop.
    const seen = taken.filter((name) => !name.startsWith('.'));
    expect(out).toContain(`已导入 ${seen.length} 个文件`);
    expect(code).toBe(0);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is what is shown
    expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069]/u);
    expect(readdirSync(folder()).toSorted()).toEqual(['content', 'in']);
    const written = readdirSync(at('content'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.mdx'),
    );
    expect(written).toHaveLength(seen.length);
    expect(written.filter((file) => !/^plans\/yunjiaoyanzi-2012-\d+\.mdx$/.test(file))).toEqual([]);
    const check = await runScript('check-content.ts', ['--format', 'json'], folder(), at('content'));
    expect(JSON.parse(check.out)).toMatchObject({ errors: 0 });
  });

  it('pipes, sockets, devices and circles are named, not opened', async () => {
    mkdirSync(at('in'));
    writeFileSync(at('in/甲.txt'), plan());
    spawnSync('mkfifo', [at('in/管道.txt')]);
    symlinkSync('/dev/zero', at('in/设备.txt'));
    symlinkSync('圈.txt', at('in/圈.txt'));
    symlinkSync('..', at('in/上级'));
    const server = createServer().listen(at('in/套接字.txt'));
    await new Promise((resolve) => server.once('listening', resolve));
    try {
      const { code, out } = await runScript(
        'import-documents.ts',
        ['in', '--to', 'plans', '--json'],
        folder(),
      );
      expect(code).toBe(1);
      const { files, imported } = JSON.parse(out) as {
        imported: number;
        files: { file: string; reason?: string }[];
      };
      expect(imported).toBe(1);
      const refused = files.filter(({ reason }) => reason !== undefined);
      expect(refused.map(({ file }) => path.basename(file)).toSorted()).toEqual(
        ['管道.txt', '设备.txt', '圈.txt', '上级', '套接字.txt'].toSorted(),
      );
      for (const { reason } of refused)
        expect(reason).toMatch(/^发现链接、管道或设备，不是普通文件，应为.*改法：/);
    } finally {
      server.close();
    }
  });

  it('links in the inbox, which others fill, are not followed', async () => {
    mkdirSync(at('content/inbox'), { recursive: true });
    mkdirSync(at('content/plans'));
    writeFileSync(at('秘密.txt'), plan());
    symlinkSync(at('秘密.txt'), at('content/inbox/链接.txt'));
    const { code, out } = await runScript('import-inbox.ts', [], folder(), at('content'));
    expect(code).toBe(1);
    expect(out).toContain('发现链接、管道或设备，不是普通文件');
    expect(readdirSync(at('content/plans'))).toEqual([]);
    expect(readFileSync(at('秘密.txt'), 'utf8')).toContain('指导思想');
  });

  it('an inbox that is a link itself is not followed either', async () => {
    mkdirSync(at('content/plans'), { recursive: true });
    mkdirSync(at('别处'));
    writeFileSync(at('别处/秘密.txt'), plan());
    symlinkSync(at('别处'), at('content/inbox'));
    await runScript('import-inbox.ts', [], folder(), at('content'));
    expect(readdirSync(at('content/plans'))).toEqual([]);
    expect(readdirSync(at('别处'))).toEqual(['秘密.txt']);
  });
});
