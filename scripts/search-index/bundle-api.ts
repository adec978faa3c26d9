/** Bundles `/search/api.js`: our engine with Pagefind's own browser code, as one ES module. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const searchRoom = fileURLToPath(new URL('../../src/ui/search/', import.meta.url));

/** The oldest browser that offices still run. */
const TARGET = 'chrome109';

/**
 * Pagefind's code reads three globals that would mislead it here: `fetch`, whose failures it swallows; `document`,
 * whose language (zh-CN) would make it segment our words; `window`, which makes it start a worker. The module scope
 * hides them.
 */
const PRELUDE = `import { pagefindFetch as fetch } from './pagefind-fetch.ts';
const document = undefined, window = undefined;
`;

const pagefindPlugin = (pagefindCode: string): Plugin => ({
  name: 'pagefind',
  setup(builder) {
    builder.onResolve({ filter: /^virtual:pagefind$/ }, ({ path: name }) => ({
      path: name,
      namespace: 'pagefind',
    }));
    builder.onLoad({ filter: /.*/, namespace: 'pagefind' }, () => ({
      contents: PRELUDE + pagefindCode,
      loader: 'js',
      resolveDir: searchRoom,
    }));
  },
});

/** The bundle, given the content of the `pagefind.js` that belongs to the index. */
export async function bundleSearchApi(pagefindCode: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [path.join(searchRoom, 'api.ts')],
    plugins: [pagefindPlugin(pagefindCode)],
    bundle: true,
    format: 'esm',
    minify: true,
    target: TARGET,
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
  });
  const [file] = outputFiles;
  if (!file) throw new Error('esbuild gave no file');
  return file.contents;
}
