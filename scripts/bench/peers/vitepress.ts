import type { WantedPackages } from '../install-packages.ts';
import { type Peer, type PeerText, withTitle } from './peer.ts';

const PACKAGES: WantedPackages = {
  title: 'VitePress',
  version: '1.6.4',
  size: '100 MB',
  packages: { vitepress: '1.6.4' },
};

const CONFIG = `export default {
  lang: 'zh-CN',
  title: '对照',
  ignoreDeadLinks: true,
  cacheDir: './cache',
  themeConfig: { search: { provider: 'local' } },
};
`;

/** Vue would take doubled braces of a text for a program. */
const literal = (text: PeerText): PeerText => ({
  ...text,
  body: `# ${text.title.replace(/[\\`*_{}[\]<>]/g, '\\$&')}\n\n::: v-pre\n\n${text.body.trim()}\n\n:::`,
});

/** VitePress with its default theme and the search that it brings. */
export const VITEPRESS: Peer = {
  name: 'vitepress',
  title: 'VitePress',
  packages: PACKAGES,
  project: (texts) =>
    new Map([
      [
        'package.json',
        `${JSON.stringify({ private: true, type: 'module', dependencies: PACKAGES.packages })}\n`,
      ],
      ['.vitepress/config.mjs', CONFIG],
      ['index.md', '# 首页\n'],
      ...texts.map((text): [string, string] => [`${text.path}.md`, withTitle(literal(text))]),
    ]),
  steps: ({ modules }) => [{ command: `${modules}/vitepress/bin/vitepress.js`, args: ['build'] }],
  outDir: '.vitepress/dist',
  page: (path) => `${path}.html`,
  search: 'local',
};
