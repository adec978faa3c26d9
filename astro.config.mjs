import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import remarkCjkFriendly from 'remark-cjk-friendly';
import { buildCacheDir } from './scripts/build/cache-dir.ts';
import { readEnvironment } from './scripts/build/environment.ts';
import { plainImports } from './scripts/build/plain-imports.ts';
import { builtSearch } from './scripts/built-search.ts';
import { contentFilesIntegration } from './scripts/content-files.ts';

const { outDir, contentDir, siteUrl, base } = readEnvironment();

/** Lightning CSS's flag of that name. */
const LIGHT_DARK = 1 << 20;

/** Offices run Chrome 109 on Windows 7, and browsers built on it. */
const BROWSERS = ['chrome109', 'firefox115', 'safari15.4'];
/** For what browsers run. The program that makes the pages runs here alone: written for old browsers it takes a tenth longer. */
const forBrowsers = {
  name: 'for-browsers',
  configEnvironment: (name) => (name === 'client' ? { build: { target: BROWSERS } } : undefined),
};

export default defineConfig({
  site: siteUrl,
  base,
  outDir,
  cacheDir: buildCacheDir({ outDir, contentDir, base }),
  trailingSlash: 'always',
  // One small stylesheet for all pages, cached by its hash, rather than a copy in each page.
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  // Astro's own default engine runs no remark plugin, and breaks Chinese bold beside punctuation.
  markdown: {
    processor: unified({ remarkPlugins: [remarkCjkFriendly], gfm: true, smartypants: false }),
    syntaxHighlight: false,
  },
  integrations: [mdx(), builtSearch(outDir, base), contentFilesIntegration(contentDir, base)],
  prefetch: false,
  vite: {
    plugins: [plainImports, forBrowsers],
    // Each `color-scheme` would bring two properties for a function, light-dark(), that no style sheet here uses.
    css: { lightningcss: { exclude: LIGHT_DARK } },
    build: {
      // No page holds a script of its own: its policy would refuse it.
      assetsInlineLimit: 0,
      cssTarget: BROWSERS,
      rolldownOptions: {
        // Astro marks compiled MDX with a directive of its own that the bundler reports once for each file.
        onLog: (level, log, report) => log.code === 'MODULE_LEVEL_DIRECTIVE' || report(level, log),
      },
    },
  },
});
