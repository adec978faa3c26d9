import { folderPage, type Peer, pagefindStep, withTitle } from './peer.ts';

const CONFIG = `baseURL = "https://www.example.org/"
languageCode = "zh-CN"
hasCJKLanguage = true
title = "对照"
disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
`;

const PAGE = `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><main data-pagefind-body><h1>{{ .Title }}</h1>{{ .Content }}</main></body>
</html>
`;

/** Hugo with a page that shows nothing but the document, indexed by Pagefind: the limit of what can be done. */
export const HUGO: Peer = {
  name: 'hugo',
  title: 'Hugo',
  program: { name: 'hugo', mend: '先装上 Hugo（例如 apt-get install hugo），或去掉 --peer hugo' },
  project: (texts) =>
    new Map([
      ['config.toml', CONFIG],
      ['layouts/_default/single.html', PAGE],
      ['layouts/_default/list.html', PAGE],
      // What a text says in Hugo's own brackets is no call of a template.
      ...texts.map((text): [string, string] => [
        `content/${text.path}.md`,
        withTitle({ ...text, body: text.body.replace(/\{\{(?=[<%])/g, '{\\{') }),
      ]),
    ]),
  steps: ({ pagefind }) => [
    { command: 'hugo', program: true, args: ['--quiet'] },
    pagefindStep(pagefind, 'public'),
  ],
  outDir: 'public',
  page: folderPage,
  search: 'pagefind',
};
