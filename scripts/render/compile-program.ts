/**
 * Compiles the program of the site: `node scripts/render/compile-program.ts DIR`, with BASE_PATH and SITE_URL as for the
 * build. A process of its own, because Astro takes long and much memory, which both go while content is prepared.
 */
import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { build } from 'astro';
import { STORE_VARIABLE, writeStore } from '../../src/load/stored-documents-fs.ts';
import { buildCacheDir } from '../build/cache-dir.ts';
import { readEnvironment } from '../build/environment.ts';
import { sealFolder } from '../build/sealed-folder.ts';
import { captureProgram } from './capture-program.ts';
import { programPaths } from './program-files.ts';

const [dir] = process.argv.slice(2);
if (dir === undefined) throw new Error('The folder for the compiled program is missing');
const { client } = programPaths(dir);
// Without a library: the program reads it when it runs.
const empty = path.join(dir, 'no-content');
await mkdir(path.join(empty, 'plans'), { recursive: true });
await writeStore(empty, [], '');
process.env[STORE_VARIABLE] = empty;
process.env['CONTENT_DIR'] = empty;
process.env['OUT_DIR'] = client;
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
// One for each base path, whatever the folder: it keeps the pictures that Astro has made smaller.
const cacheDir = buildCacheDir({ outDir: '', contentDir: '', base: readEnvironment().base });
await build({ outDir: client, cacheDir, logLevel: 'error', integrations: [captureProgram(dir)] });
await sealFolder(dir);
// Wherever it will lie, it finds the project's packages.
await symlink(path.resolve('node_modules'), path.join(dir, 'node_modules'), 'junction');
