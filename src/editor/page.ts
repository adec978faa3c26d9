/** The page /admin/: what it says before the editor is there, and where the editor can't be. */
import { escapeHtml } from '../core/escape-html.ts';

export interface EditorPage {
  /** Name of the library. */
  name: string;
  /** Content-Security-Policy. */
  policy: string;
  /** Address of the site's home page; none where only the editor is served. */
  home?: string;
}

/** The whole page. Its scripts and styles lie beside it; it works at any base path and holds no inline script. */
export function editorPage({ name, policy, home }: EditorPage): string {
  const title = escapeHtml(`编辑 - ${name}`);
  const back = home === undefined ? '' : `<p><a href="${escapeHtml(home)}">回到${escapeHtml(name)}</a></p>\n`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="same-origin">
<title>${title}</title>
<link rel="icon" href="logo.svg" type="image/svg+xml">
<link rel="stylesheet" href="editor.css">
<script src="editor.js" defer></script>
</head>
<body>
<main class="waiting" data-waiting>
<h1>${title}</h1>
<p data-message role="status">正在打开编辑器，约 5 MB，第一次会慢一些……</p>
<noscript><p>编辑器要运行脚本，而这个浏览器没有允许。请在浏览器设置里允许本站运行脚本，再刷新这一页。</p></noscript>
<p class="faint">一直停在这里的，多半是浏览器太旧：请用 Chrome 109 以上、Edge 或 Firefox 115 以上；360、QQ 等浏览器请用“极速模式”。不用编辑器也能改：照帮助“怎样发布”直接修改文件。</p>
${back}</main>
<div id="nc-root"></div>
</body>
</html>
`;
}
