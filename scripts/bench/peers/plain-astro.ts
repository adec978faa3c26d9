import type { WantedPackages } from '../install-packages.ts';
import { folderPage, type Peer, pagefindStep, withTitle } from './peer.ts';

const PACKAGES: WantedPackages = {
  title: 'Astro',
  version: '7.3.4',
  size: '170 MB',
  packages: { '@astrojs/markdown-remark': '7.3.1', '@astrojs/mdx': '8.0.2', astro: '7.3.4' },
};

const CONFIG = `import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

export default defineConfig({
  cacheDir: './cache',
  markdown: { processor: unified({ gfm: true, smartypants: false }), syntaxHighlight: false },
  integrations: [mdx()],
});
`;

const COLLECTIONS = `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

export const collections = { docs: defineCollection({ loader: glob({ pattern: '**/*.mdx', base: './docs' }) }) };
`;

const PAGE = `---
import { getCollection, render } from 'astro:content';

export async function getStaticPaths() {
  const entries = await getCollection('docs');
  return entries.map((entry) => ({ params: { path: entry.id }, props: { entry } }));
}
const { entry } = Astro.props;
const { Content } = await render(entry);
---
<html lang="zh-CN">
  <head><meta charset="utf-8" /><title>{entry.data.title}</title></head>
  <body><main data-pagefind-body><h1>{entry.data.title}</h1><Content /></main></body>
</html>
`;

/** Astro's own collections of .mdx with a page that shows nothing but the document, indexed by Pagefind. */
export const PLAIN_ASTRO: Peer = {
  name: 'astro',
  title: 'Astro MDX',
  packages: PACKAGES,
  project: (texts) =>
    new Map([
      [
        'package.json',
        `${JSON.stringify({ private: true, type: 'module', dependencies: PACKAGES.packages })}\n`,
      ],
      ['astro.config.mjs', CONFIG],
      ['src/content.config.ts', COLLECTIONS],
      ['src/pages/[...path].astro', PAGE],
      ...texts.map((text): [string, string] => [`docs/${text.path}.mdx`, withTitle(text)]),
    ]),
  steps: ({ modules, pagefind }) => [
    { command: `${modules}/astro/bin/astro.mjs`, args: ['build'] },
    pagefindStep(pagefind, 'dist'),
  ],
  outDir: 'dist',
  page: folderPage,
  search: 'pagefind',
};
