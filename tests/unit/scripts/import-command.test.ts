import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cell, docFile, plain, rowEnd } from '../../../scripts/fuzz/seeds/doc.ts';
import { pdfFile } from '../../../scripts/fuzz/seeds/pdf.ts';
import { convertToDocx, findOffice } from '../../../scripts/import/convert-office.ts';
import { runScript, temporaryFolder } from './run-script.ts';

const folder = temporaryFolder();
const at = (...parts: string[]): string => path.join(folder(), ...parts);
const put = async (name: string, data: string | Uint8Array): Promise<void> => {
  await mkdir(path.dirname(at(name)), { recursive: true });
  await writeFile(at(name), data);
};
const plan = (number: number): string =>
  `云岭区教研室2012年度工作计划\n云教研字〔2012〕${number}号\n正文第${number}篇。\n`;
const filesIn = (name: string): string[] =>
  existsSync(at(name))
    ? readdirSync(at(name), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name)
        .toSorted()
    : [];
interface Report {
  imported: number;
  refused: number;
  notReached: number;
  files: {
    file: string;
    ok: boolean;
    reason?: string;
    format?: string;
    outputs: { findings: { message: string }[] }[];
  }[];
}
const run = async (...args: string[]) => {
  const result = await runScript('import-documents.ts', [...args, '--to', 'plans'], folder());
  return { ...result, report: args.includes('--json') ? (JSON.parse(result.out) as Report) : undefined };
};

describe('npm run import of other formats', () => {
  it('reads .doc and .pdf by content, whatever they are called, and says so', async () => {
    await put(
      'in/旧文件.txt',
      docFile({ body: [plain('云岭区教研室2012年度工作计划'), cell('学校'), rowEnd([0, 900])] }),
    );
    await put(
      'in/版式.pdf',
      pdfFile([{ texts: [{ text: '云岭区教研室2013年度工作计划', x: 144, y: 700 }] }]),
    );
    const { code, report } = await run('in', '--json');
    expect(code).toBe(0);
    const [doc, pdf] = (report?.files ?? []).toSorted((a, b) => (a.file < b.file ? -1 : 1));
    expect(doc?.format).toBe('Word 97-2003 文档（.doc）');
    expect(doc?.outputs[0]?.findings.map(({ message }) => message)).toContain(
      '文件扩展名是 .txt，内容其实是Word 97-2003 文档，按内容读入',
    );
    expect(pdf?.format).toBe('PDF（1 页）');
  });

  it('survives names, links and litter of every kind', async () => {
    const names = [
      '空 格.txt',
      '引\'号".txt',
      '换\n行.txt',
      '表情😀.txt',
      `${'长'.repeat(80)}.txt`,
      '-force.txt',
    ];
    for (const [index, name] of names.entries()) await put(`in/${name}`, plan(index + 1));
    await put('in/~$锁.docx', 'x');
    await put('in/.~lock.docx#', 'x');
    await put('in/夹.docx/内.txt', plan(20));
    await put('in/空.txt', '');
    await symlink(at('in', '空 格.txt'), at('in', '链接.txt'));
    const { code, report } = await run('in', at('in', '~$锁.docx'), '--json');
    expect(code).toBe(1);
    expect(report?.imported).toBe(names.length + 1);
    const refused = report?.files
      .filter(({ ok }) => !ok)
      .map(({ file, reason }) => [path.basename(file), reason]);
    expect(refused?.toSorted()).toEqual([
      ['空.txt', expect.stringMatching(/空的/)],
      ['链接.txt', expect.stringMatching(/来源完全相同/)],
    ]);
    expect(readFileSync(at('content', 'plans', 'yunjiaoyanzi-2012-3.mdx'), 'utf8')).toContain(
      'file: 换 行.txt',
    );
  });

  it('refuses pipes and what is too large, unread', async () => {
    spawnSync('mkfifo', [at('管道.txt')]);
    await put('大.txt', `云岭区教研室工作计划\n${'教研。'.repeat(560_000)}`);
    const { report } = await run('管道.txt', '大.txt', '--json');
    const reasons = report?.files.map(({ reason }) => reason);
    expect(reasons?.[0]).toMatch(/^发现链接、管道或设备，不是普通文件，应为.*改法：/);
    expect(reasons?.[1]).toMatch(/^发现文件有 6 MB，应不超过 5 MB.*改法：/);
  });

  it('writes the report as Markdown too', async () => {
    await put('甲.txt', plan(1));
    expect((await run('甲.txt', '--report', '报告/导入.md')).code).toBe(0);
    expect(readFileSync(at('报告', '导入.md'), 'utf8')).toMatch(
      /^# 导入报告\n\n已导入 1 个文件。\n\n## ✓ 甲\.txt/,
    );
    const wrong = await run('甲.txt', '--report', '.');
    expect(wrong).toMatchObject({ code: 2, err: expect.stringMatching(/发现 --report \. 是文件夹/) });
  });

  it('stops when interrupted, leaves no half-written file, and says how many are in', async () => {
    for (let number = 1; number <= 400; number++) await put(`in/${number}.txt`, plan(number));
    const script = path.resolve(import.meta.dirname, '../../../scripts/import-documents.ts');
    const child = spawn(process.execPath, [script, 'in', '--to', 'plans', '--json'], { cwd: folder() });
    let out = '';
    let stopped = false;
    child.stdout.on('data', (data: Buffer) => {
      out += data;
    });
    child.stderr.on('data', () => {
      if (!stopped) child.kill('SIGINT');
      stopped = true;
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    const report = JSON.parse(out) as Report;
    expect(code).toBe(1);
    expect(report.notReached).toBeGreaterThan(0);
    expect(report.imported + report.notReached).toBe(400);
    expect(filesIn('content')).toHaveLength(report.imported);
    for (const name of filesIn('content')) {
      expect(readFileSync(at('content', 'plans', name), 'utf8')).toMatch(/正文第\d+篇。\n$/);
    }
  });
});

describe('LibreOffice', () => {
  /** A program that stands in for LibreOffice: it is called as that is and does what the test says. */
  const office = async (script: string): Promise<string> => {
    await put('soffice', `#!/bin/sh\n${script}\n`);
    await chmod(at('soffice'), 0o755);
    return at('soffice');
  };

  it('is found on the path or by its variable, which can also forbid it', async () => {
    const program = await office('true');
    expect(await findOffice({ PATH: `/nowhere:${folder()}` })).toBe(program);
    expect(await findOffice({ PATH: folder(), SOFFICE_PATH: '' })).toBeUndefined();
    expect(await findOffice({ PATH: '', SOFFICE_PATH: program })).toBe(program);
    expect(await findOffice({ PATH: folder(), SOFFICE_PATH: at('none') })).toBeUndefined();
  });

  it('converts in a profile of its own and leaves nothing behind', async () => {
    const program = await office(
      `echo "$@" > ${at('called')}; while [ "$1" != --outdir ]; do shift; done; mkdir -p "$2"; cp "$3" "$2/made.docx"`,
    );
    const bytes = new TextEncoder().encode('{\\rtf1}');
    expect(await convertToDocx(program, bytes, 'rtf')).toEqual(Buffer.from(bytes));
    const called = readFileSync(at('called'), 'utf8');
    expect(called).toMatch(
      /^-env:UserInstallation=file:\/\/\S+\/profile --headless .*--convert-to docx .*source\.rtf\n$/,
    );
    const profile = /file:\/\/(\S+)\/profile/.exec(called)?.[1] ?? '';
    expect(existsSync(profile)).toBe(false);
  });

  it('is ended with its children when it takes too long, and its failure is no harm', async () => {
    const slow = await office(`sleep 60 & echo $! > ${at('child')}; wait`);
    expect(await convertToDocx(slow, new Uint8Array(), 'doc', 1_000)).toBeUndefined();
    const child = Number(readFileSync(at('child'), 'utf8'));
    // It may take the system a moment to bury it; a buried process is no longer there, a dead one is a zombie.
    const state = spawnSync('ps', ['-o', 'stat=', '-p', String(child)], { encoding: 'utf8' }).stdout.trim();
    expect(state === '' || state.startsWith('Z')).toBe(true);
    expect(await convertToDocx(await office('exit 1'), new Uint8Array(), 'doc')).toBeUndefined();
    expect(await convertToDocx(at('none'), new Uint8Array(), 'doc')).toBeUndefined();
  });
});
