import { createHash } from 'node:crypto';
import path from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import remarkCjkFriendly from 'remark-cjk-friendly';
import { builtSearch } from './scripts/built-search.ts';
import { siteConfig } from './src/site.config.ts';

const outDir = path.resolve(process.env.OUT_DIR || 'dist');
const base = process.env.BASE_PATH || siteConfig.basePath;

// One cache for each pair of content folder and output folder, so that two builds never share a store.
const workspace = createHash('sha256')
  .update(JSON.stringify([outDir, process.env.CONTENT_DIR || 'content', base]))
  .digest('hex')
  .slice(0, 12);

export default defineConfig({
  site: process.env.SITE_URL || siteConfig.url,
  base,
  outDir,
  cacheDir: `./node_modules/.cache/astro-${workspace}`,
  trailingSlash: 'always',
  // One small stylesheet for all pages, cached by its hash, rather than a copy in each page.
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  // Astro's own default engine runs no remark plugin, and breaks Chinese bold beside punctuation.
  markdown: {
    processor: unified({ remarkPlugins: [remarkCjkFriendly], gfm: true, smartypants: false }),
    syntaxHighlight: false,
  },
  integrations: [mdx(), sitemap(), builtSearch(outDir, base)],
  prefetch: false,
  vite: {
    build: {
      // Offices run Chrome 109 on Windows 7, and browsers built on it.
      target: ['chrome109', 'firefox115', 'safari15.4'],
      rolldownOptions: {
        // Astro marks compiled MDX with a directive of its own that the bundler reports once for each file.
        onLog: (level, log, report) => log.code === 'MODULE_LEVEL_DIRECTIVE' || report(level, log),
      },
    },
  },
});
