/**
 * Decap CMS, fetched when the editor is wanted and only then: as a dependency it would bring hundreds of packages into
 * everybody's `npm ci`, while one of its files holds all that a browser needs, React included (`decap-cms-app`, the same
 * without React, needs one from elsewhere). npm itself fetches it, from wherever it is told to; what comes is compared
 * with the digests below, and kept for builds without a network.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { readTar } from './read-tar.ts';

/** What is fetched. A new version means new digests: `npm view decap-cms@VERSION dist.integrity`, and those of the files. */
export interface PinnedPackage {
  readonly name: string;
  readonly version: string;
  /** Subresource-integrity digest of the package, as npm names it. */
  readonly integrity: string;
  /** Path in the package → name under which it is published, and its digest. */
  readonly files: Readonly<Record<string, { readonly as: string; readonly integrity: string }>>;
}

export const DECAP: PinnedPackage = {
  name: 'decap-cms',
  version: '3.16.3',
  integrity:
    'sha512-hf+dPlCh7TJmWl8+6VRzHYOWhri5xgUknrZbDewaWe4s9B7xJ8PQugp2QHeSldMUKzav6+z0oIpwUYhUJDYtYw==',
  files: {
    'package/dist/decap-cms.js': {
      as: 'decap-cms.js',
      integrity:
        'sha512-i+P3taug63YOc3KVisiNVcEeR0uBHR9ANFRqHs1qtjbTqOyOTOaxXD/btelHzse4Io6N918flyqhUaJuOiXJow==',
    },
    'package/dist/decap-cms.js.LICENSE.txt': {
      as: 'decap-cms.js.LICENSE.txt',
      integrity:
        'sha512-86y8gVQZVhqnQXyyB/GCPQ6yTEFtE4/tb6YbhbXFEKaWT1oljmLoTh3i/3umYzbmp0nBpZFJRHYAkr+bSBP3KQ==',
    },
  },
};

/** The editor's program can't be had; the message is for the user, in Chinese. */
export class EditorUnavailable extends Error {
  override readonly name = 'EditorUnavailable';
}

/** Fetches the package into a folder and returns the archive's path. */
export type PackageFetcher = (specification: string, folder: string) => Promise<string>;

const PROJECT = path.resolve(import.meta.dirname, '../..');
const CACHE = path.join(PROJECT, 'node_modules/.cache/editor');

/**
 * The files, by the names under which they are published: from `cache` where they lie there unchanged, else fetched.
 * @throws EditorUnavailable when they can't be fetched or are not those that were chosen.
 */
export async function decapFiles(
  pinned: PinnedPackage = DECAP,
  cache: string = CACHE,
  fetchPackage: PackageFetcher = npmPack,
): Promise<Map<string, Uint8Array>> {
  const folder = path.join(cache, `${pinned.name}-${pinned.version}`);
  const kept = await readCached(pinned, folder);
  if (kept) return kept;
  const fetched = await fetchFiles(pinned, fetchPackage);
  await mkdir(folder, { recursive: true });
  for (const [name, content] of fetched) {
    const temporary = path.join(folder, `.${name}.${process.pid}.tmp`);
    await writeFile(temporary, content);
    await rename(temporary, path.join(folder, name));
  }
  return fetched;
}

async function readCached(
  pinned: PinnedPackage,
  folder: string,
): Promise<Map<string, Uint8Array> | undefined> {
  const files = new Map<string, Uint8Array>();
  for (const { as, integrity } of Object.values(pinned.files)) {
    const content = await readFile(path.join(folder, as)).catch(() => undefined);
    if (!content || digestOf(content) !== integrity) return undefined;
    files.set(as, content);
  }
  return files;
}

async function fetchFiles(
  pinned: PinnedPackage,
  fetchPackage: PackageFetcher,
): Promise<Map<string, Uint8Array>> {
  const { name, version, integrity } = pinned;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'wenku-editor-'));
  try {
    console.log(`取编辑器程序 ${name} ${version}（约 16 MB，只取这一次）……`);
    const archive = await readFile(await fetchPackage(`${name}@${version}`, folder));
    if (digestOf(archive) !== integrity)
      throw mismatch(`${name}-${version}.tgz`, digestOf(archive), integrity);
    return unpack(pinned, await promisify(gunzip)(archive));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function unpack({ files }: PinnedPackage, archive: Uint8Array): Map<string, Uint8Array> {
  const found = readTar(archive, new Set(Object.keys(files)));
  return new Map(
    Object.entries(files).map(([file, { as, integrity }]) => {
      const content = found.get(file);
      const digest = content ? digestOf(content) : '没有这个文件';
      if (!content || digest !== integrity) throw mismatch(file, digest, integrity);
      return [as, content] as const;
    }),
  );
}

function digestOf(content: Uint8Array): string {
  return `sha512-${createHash('sha512').update(content).digest('base64')}`;
}

function mismatch(file: string, found: string, expected: string): EditorUnavailable {
  return new EditorUnavailable(
    `发现取来的编辑器程序 ${file} 的校验值是“${found}”，应为 ${expected}：不是选定的那一份，没有采用。改法：重新运行一次；还是这样的，请网站维护者查 npm 所用的镜像。`,
  );
}

/** The npm that runs this, by its configuration; on Windows it is a script that only Node can start. */
async function npmPack(specification: string, folder: string): Promise<string> {
  const cli = process.env['npm_execpath'];
  const isNpm = cli !== undefined && /npm-cli\.c?js$/.test(cli);
  const command = isNpm ? process.execPath : 'npm';
  const args = [...(isNpm ? [cli] : []), 'pack', specification, '--pack-destination', folder, '--json'];
  // In the project, whose own .npmrc may name a mirror.
  const { stdout } = await promisify(execFile)(command, args, { cwd: PROJECT }).catch(unfetched);
  const [packed] = JSON.parse(stdout) as { filename: string }[];
  return path.join(folder, path.basename(packed?.filename ?? ''));
}

function unfetched(error: Error & { stderr?: string }): never {
  // npm says the error's code and system call first, each on a line, and what happened after them.
  const said = error.stderr
    ?.split('\n')
    .filter((line) => /^npm (?:error|ERR!) /.test(line))
    .map((line) => line.replace(/^npm \S+ /, ''))
    .find((line) => !/^(?:code|syscall|errno) /.test(line));
  throw new EditorUnavailable(
    `发现编辑器程序取不到（npm 的话：${said ?? error.message}），应能经 npm 取到 ${DECAP.name} ${DECAP.version}。改法：连上网络再运行一次，取来后不再需要网络；或从取到过的机器复制 ${path.relative(PROJECT, CACHE)} 文件夹；不用编辑器的，删去 src/site.config.ts 的 editor。`,
  );
}
