/**
 * The editor on this machine, without any host: `npm run editor`. Works on CONTENT_DIR or `content`, saves there at once,
 * and checks what was saved. Exit codes: 0 stopped, 2 could not run.
 */
import process from 'node:process';
import { LOCAL_FOLDER } from '../src/editor/config.ts';
import type { LocalCheck } from '../src/editor/local-check.ts';
import { editorPolicy } from '../src/editor/policy.ts';
import { mending, sentence } from '../src/lint/reporters/report.ts';
import { contentDir } from '../src/load/content-dir.ts';
import { loadContent } from '../src/load/content-fs.ts';
import { readPort } from './build/environment.ts';
import { explainFailure } from './build/explain-failure.ts';
import { printReport } from './check/print-report.ts';
import { PUBLIC_DIR } from './check-addresses.ts';
import { CHECK_CACHE, checkContent } from './check-content.ts';
import { adminFiles, choicesIn, configFile } from './editor/admin-files.ts';
import { type RunningEditor, serveEditor } from './editor/local-server.ts';
import { readArguments, runCommand, UsageError } from './import/read-arguments.ts';

const USAGE = `用法：npm run editor
  在这台电脑上试用编辑器：在浏览器里改 CONTENT_DIR 或 ${LOCAL_FOLDER} 里的文件，保存就写进文件，不用任何代码托管网站。
  PORT 改端口（默认 4322）。按 Ctrl+C 停止。
  --workflow  先存草稿，审阅、发布以后才写进文件，与放在代码托管网站上时一样；草稿只留到停止为止
  --self-test [--shots DIR]  在真的浏览器里把编辑器试一遍：用内容的副本，原来的不动；--shots 把截图存入 DIR`;

/** Checks the library and picks out what concerns the saved files. Also told in the terminal. */
async function check(dir: string, files: readonly string[]): Promise<LocalCheck> {
  const report = await checkContent(dir, files, PUBLIC_DIR, { cacheDir: CHECK_CACHE });
  const { issues, errors, warnings } = report;
  console.log(`已存入 ${files.join('、')}`);
  console.log(await printReport(report, dir, 'text'));
  const worded = issues.map((issue) => `第 ${issue.line} 行：${sentence(issue)}${mending(issue)}`);
  return { file: files.at(-1) ?? '', errors, warnings, issues: worded };
}

/** Serves the editor for a content folder. @throws errors that `explainFailure` words. */
export async function startEditor(dir: string, port: number, workflow = false): Promise<RunningEditor> {
  const backend = { local: true, workflow } as const;
  const files = await adminFiles(backend, choicesIn(await loadContent(dir)));
  return await serveEditor({
    contentDir: dir,
    port,
    policy: editorPolicy(backend),
    // What forms offer follows what was saved meanwhile.
    adminFile: async (name) =>
      name === 'config.json' ? configFile(backend, choicesIn(await loadContent(dir))) : files.get(name),
    check: (saved) => check(dir, saved),
  });
}

async function main(): Promise<number> {
  const { values, positionals } = readArguments(process.argv.slice(2), {
    help: { type: 'boolean', short: 'h' },
    workflow: { type: 'boolean' },
    'self-test': { type: 'boolean' },
    shots: { type: 'string' },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const [stray] = positionals;
  if (stray !== undefined) throw new UsageError(`发现多余的“${stray}”，这个命令没有参数。改法：去掉它。`);
  try {
    if (values['self-test']) {
      // The browser is there for tests only.
      const { selfTest } = await import('./editor/self-test.ts');
      return await selfTest(contentDir(), (dir, workflow) => startEditor(dir, 0, workflow), values.shots);
    }
    const port = readPort('4322');
    const { url } = await startEditor(contentDir(), port, values.workflow).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EADDRINUSE') throw error;
        throw new UsageError(
          `发现端口 ${port} 已被占用，应为空闲的端口。改法：换一个端口，例如 PORT=${port + 1} npm run editor。`,
        );
      },
    );
    const how = values.workflow ? '先存草稿，发布才写进文件，停止时草稿不留' : '保存就写进文件';
    console.log(`编辑器在 ${url} ，改的是 ${contentDir()} ，${how}。按 Ctrl+C 停止。`);
    return 0;
  } catch (error) {
    const message = explainFailure(error);
    if (message === undefined) throw error;
    console.error(message);
    return 2;
  }
}

if (import.meta.main) await runCommand(USAGE, main);
