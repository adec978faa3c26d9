/**
 * Bundles `/search/api.js` and what it loads when it has to: `/search/document-number.js` for the few queries that could
 * be a number, `/search/inflate.js` in an old browser. ES modules, at addresses that never change.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import type { OutputFile } from './pagefind-files.ts';

const searchRoom = fileURLToPath(new URL('../../src/ui/search/', import.meta.url));

/** The oldest browser that offices still run. */
const TARGET = 'chrome109';

const ENTRIES = ['api', 'document-number', 'inflate'];

/** How all that runs in a browser and isn't Astro's is bundled. */
export const BUNDLING = {
  bundle: true,
  minify: true,
  target: TARGET,
  charset: 'utf8',
  legalComments: 'none',
  write: false,
  logLevel: 'silent',
} as const satisfies BuildOptions;

/** The modules; `variant` for other than ES modules. */
export async function bundleSearchApi(variant: BuildOptions = {}): Promise<OutputFile[]> {
  const { outputFiles } = await build({
    format: 'esm',
    ...variant,
    ...BUNDLING,
    entryPoints: ENTRIES.map((name) => path.join(searchRoom, `${name}.ts`)),
    outdir: searchRoom,
  });
  return outputFiles.map((file) => ({
    path: `search/${path.basename(file.path)}`,
    content: file.contents,
  }));
}
