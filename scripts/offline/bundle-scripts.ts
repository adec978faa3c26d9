/**
 * Bundles the scripts of a copy that is opened from disk, where a page may load plain scripts only: no modules, and no
 * `fetch`. What differs from the site lies in src/ui/offline, whose modules stand in for their namesakes in
 * src/ui/search.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { BUNDLING, bundleSearchApi } from '../search-index/bundle-api.ts';
import type { OutputFile } from '../search-index/pagefind-files.ts';
import { type PageScript, readPageScripts } from './page-scripts.ts';
import { ASKED_MARK, PAGE_SCRIPT } from './rewrite-page.ts';

const sources = fileURLToPath(new URL('../../src/', import.meta.url));
const replaced = path.join(sources, 'ui/search');
const replacements = path.join(sources, 'ui/offline');

const namesakes: Plugin = {
  name: 'offline-namesakes',
  setup(builder) {
    builder.onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ path: imported, resolveDir }) => {
      const file = path.resolve(resolveDir, imported);
      const namesake = path.join(replacements, path.basename(file));
      return path.dirname(file) === replaced && existsSync(namesake) ? { path: namesake } : undefined;
    });
  },
};

/** Rules that a script brings along as text, as Vite gives them. */
const styleTexts: Plugin = {
  name: 'offline-style-texts',
  setup(builder) {
    builder.onResolve({ filter: /\.css\?inline$/ }, ({ path: imported, resolveDir }) => ({
      path: path.resolve(resolveDir, imported.replace(/\?inline$/, '')),
      namespace: 'style-text',
    }));
    builder.onLoad({ filter: /.*/, namespace: 'style-text' }, async ({ path: file }) => ({
      contents: await readFile(file, 'utf8'),
      loader: 'text',
    }));
  },
};

/** How all scripts of a copy are bundled. `base` is the site's path on its server. */
function offlineOptions(base: string): BuildOptions {
  return {
    format: 'cjs',
    plugins: [namesakes, styleTexts],
    // The importer finds what a script exports on the script's own element; see src/ui/offline/load-script.ts.
    banner: { js: '(function(script,module){' },
    footer: { js: 'script.exported=module.exports})(document.currentScript,{exports:{}});' },
    inject: [path.join(replacements, 'fetch.ts')],
    define: {
      'globalThis.fetch': 'fetch',
      'window.fetch': 'fetch',
      'import.meta.url': 'script.src',
      OFFLINE_BASE: JSON.stringify(base),
      OFFLINE_ASKED_MARK: JSON.stringify(ASKED_MARK),
    },
    // A page links all stylesheets that its scripts might want.
    loader: { '.css': 'empty' },
  };
}

const PAGE = 'virtual:page-scripts';

/** Each script is a module of its own that is run apart, so that one that fails doesn't keep the others from running. */
const pagePlugin = (scripts: readonly PageScript[]): Plugin => ({
  name: 'page-scripts',
  setup(builder) {
    builder.onResolve({ filter: /^virtual:page-script/ }, ({ path: name }) => ({
      path: name,
      namespace: 'page',
    }));
    builder.onLoad({ filter: /.*/, namespace: 'page' }, ({ path: name }) => {
      const script = scripts[Number(name.slice(name.indexOf('#') + 1))];
      if (name === PAGE || !script) {
        const contents = scripts
          .map((_script, index) => `import('virtual:page-script#${index}');`)
          .join('\n');
        return { contents, loader: 'js', resolveDir: sources };
      }
      return { contents: script.code, loader: 'ts', resolveDir: path.dirname(script.component) };
    });
  },
});

async function bundlePageScript(options: BuildOptions): Promise<OutputFile> {
  const scripts = await readPageScripts(sources);
  const { outputFiles } = await build({
    ...options,
    ...BUNDLING,
    entryPoints: [PAGE],
    plugins: [pagePlugin(scripts), ...(options.plugins ?? [])],
    outfile: path.basename(PAGE_SCRIPT),
  });
  const [file] = outputFiles;
  if (!file) throw new Error('the scripts of the pages gave no bundle');
  return { path: PAGE_SCRIPT, content: file.contents };
}

/** The scripts, given the site's path on its server. */
export async function bundleScripts(base: string): Promise<OutputFile[]> {
  const options = offlineOptions(base);
  const [page, api] = await Promise.all([bundlePageScript(options), bundleSearchApi(options)]);
  return [page, ...api];
}
