import { spawn } from 'node:child_process';
import { access, constants, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SourceFormat } from '../../src/import/sniff.ts';

/** Formats that LibreOffice turns into .docx, and the extension under which it is handed each. */
const CONVERTIBLE: Partial<Record<SourceFormat, string>> = {
  ...{ doc: 'doc', rtf: 'rtf', wordxml: 'xml', odt: 'odt', works: 'wps' },
};
/** No office program needs longer for an office's document, in milliseconds. */
const TIME_LIMIT = 60_000;

/** Finds LibreOffice: at SOFFICE_PATH, else on the PATH. An empty SOFFICE_PATH means that it is not to be used. */
export async function findOffice(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const named = env['SOFFICE_PATH'];
  if (named !== undefined) return named !== '' && (await canRun(named)) ? named : undefined;
  for (const folder of (env['PATH'] ?? '').split(path.delimiter)) {
    for (const name of ['soffice', 'libreoffice', 'soffice.exe']) {
      const candidate = path.join(folder, name);
      if (folder !== '' && (await canRun(candidate))) return candidate;
    }
  }
  return undefined;
}

function canRun(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** True for formats that come in better by way of LibreOffice, or only by it. */
export function isConvertible(format: SourceFormat): boolean {
  return format in CONVERTIBLE;
}

/**
 * The file as .docx, made by LibreOffice in a profile of its own; undefined when that fails or takes too long. Macros
 * don't run: without a window LibreOffice runs none of a document's.
 */
export async function convertToDocx(
  office: string,
  bytes: Uint8Array,
  format: SourceFormat,
  limit = TIME_LIMIT,
): Promise<Uint8Array | undefined> {
  const folder = await mkdtemp(path.join(tmpdir(), 'jiaoyan-import-'));
  try {
    const input = path.join(folder, `source.${CONVERTIBLE[format]}`);
    const output = path.join(folder, 'out');
    await writeFile(input, bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
    const options = [
      '--headless',
      '--norestore',
      '--nolockcheck',
      '--convert-to',
      'docx',
      '--outdir',
      output,
    ];
    await runLimited(office, [profile, ...options, input], limit);
    const [made] = await readdir(output).catch(() => []);
    return made === undefined ? undefined : await readFile(path.join(output, made));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Runs a program to its end, or ends it with all that it started. */
function runLimited(program: string, args: readonly string[], limit: number): Promise<void> {
  return new Promise((resolve) => {
    // A group of its own: LibreOffice is a script that starts the program that works.
    const child = spawn(program, args, { stdio: 'ignore', detached: process.platform !== 'win32' });
    const end = (): void => {
      if (child.pid === undefined) return;
      try {
        process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
      } catch (error) {
        // The group is gone already.
        if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
      }
    };
    const timer = setTimeout(end, limit);
    const done = (): void => {
      clearTimeout(timer);
      process.removeListener('exit', end);
      end();
      resolve();
    };
    process.once('exit', end);
    child.once('error', done);
    child.once('close', done);
  });
}
