/**
 * Bundles `/search/api.js`, our engine with Pagefind's own browser code, and `/search/document-number.js`, which it
 * loads for the few queries that could be a number: ES modules, at addresses that never change.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import type { OutputFile } from './pagefind-files.ts';

const searchRoom = fileURLToPath(new URL('../../src/ui/search/', import.meta.url));

/** The oldest browser that offices still run. */
const TARGET = 'chrome109';

/**
 * Pagefind's code reads three globals that would mislead it here: `fetch`, whose failures it swallows; `document`,
 * whose language (zh-CN) would make it segment our words; `window`, which makes it shorten addresses. The module scope
 * hides them.
 */
const PRELUDE = `import { pagefindFetch as fetch } from './pagefind-fetch.ts';
const document = undefined, window = undefined;
`;

// The class around which Pagefind's interface for pages is built; that interface adds a worker and several indexes.
const EXPORTS = '\nexport { PagefindInstance };\n';

const pagefindPlugin = (pagefindCode: string): Plugin => ({
  name: 'pagefind',
  setup(builder) {
    builder.onResolve({ filter: /^virtual:pagefind$/ }, ({ path: name }) => ({
      path: name,
      namespace: 'pagefind',
    }));
    builder.onLoad({ filter: /.*/, namespace: 'pagefind' }, () => ({
      contents: PRELUDE + pagefindCode + EXPORTS,
      loader: 'js',
      resolveDir: searchRoom,
    }));
  },
});

const ENTRIES = ['api', 'document-number'];

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

/** The modules, given the content of the `pagefind.js` that belongs to the index; `variant` for other than ES modules. */
export async function bundleSearchApi(
  pagefindCode: string,
  variant: BuildOptions = {},
): Promise<OutputFile[]> {
  const { outputFiles } = await build({
    format: 'esm',
    ...variant,
    ...BUNDLING,
    entryPoints: ENTRIES.map((name) => path.join(searchRoom, `${name}.ts`)),
    plugins: [pagefindPlugin(pagefindCode), ...(variant.plugins ?? [])],
    outdir: searchRoom,
  });
  return outputFiles.map((file) => ({
    path: `search/${path.basename(file.path)}`,
    content: file.contents,
  }));
}
