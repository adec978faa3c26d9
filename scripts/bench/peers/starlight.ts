import type { WantedPackages } from '../install-packages.ts';
import { folderPage, type Peer, type PeerText, withTitle } from './peer.ts';

const PACKAGES: WantedPackages = {
  title: 'Starlight',
  version: '0.42.0',
  size: '190 MB',
  packages: { '@astrojs/mdx': '8.0.2', '@astrojs/starlight': '0.42.0', astro: '7.3.4' },
};

/** What the list beside each page holds, from the folders that have documents: Starlight's setting as JSON. */
type Sidebar = (folders: readonly string[]) => unknown;

const listed: Sidebar = (folders) => [
  { label: '文件', items: folders.map((directory) => ({ autogenerate: { directory } })) },
];
const unlisted: Sidebar = () => [{ label: '首页', link: '/' }];
const foldersOf = (texts: readonly PeerText[]): string[] => [
  ...new Set(texts.map(({ path }) => path.replace(/\/.*$/, ''))),
];

const config = (sidebar: unknown): string => `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://www.example.org',
  cacheDir: './cache',
  integrations: [
    starlight({
      title: '对照',
      defaultLocale: 'root',
      locales: { root: { label: '中文', lang: 'zh-CN' } },
      sidebar: ${JSON.stringify(sidebar)},
    }),
  ],
});
`;

const COLLECTIONS = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

function starlight(name: string, title: string, sidebar: Sidebar): Peer {
  return {
    name,
    title,
    packages: PACKAGES,
    project: (texts: readonly PeerText[]) =>
      new Map([
        [
          'package.json',
          `${JSON.stringify({ private: true, type: 'module', dependencies: PACKAGES.packages })}\n`,
        ],
        ['astro.config.mjs', config(sidebar(foldersOf(texts)))],
        ['src/content.config.ts', COLLECTIONS],
        ['src/content/docs/index.mdx', '---\ntitle: 首页\n---\n\n首页。\n'],
        ...texts.map((text): [string, string] => [`src/content/docs/${text.path}.mdx`, withTitle(text)]),
      ]),
    steps: ({ modules }) => [{ command: `${modules}/astro/bin/astro.mjs`, args: ['build'] }],
    outDir: 'dist',
    page: folderPage,
    search: 'pagefind',
  };
}

/** Starlight with .mdx and the search that it brings; without a list of all documents beside each, which favours it. */
export const STARLIGHT = starlight('starlight', 'Starlight', unlisted);

/** The same with the list. */
export const STARLIGHT_SIDEBAR = starlight('starlight-sidebar', 'Starlight（带目录）', listed);
