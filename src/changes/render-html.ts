import { escapeHtml } from '../core/escape-html.ts';
import { showUnseen } from '../core/unseen-characters.ts';
import { HTML_STYLE } from './html-style.ts';
import type { Line, Section, Span, Unit, View } from './view.ts';

/** The report as one page that opens by double click: no script, nothing asked of any other place. */
export function renderHtml(view: View): string {
  const { title, lead, summary, sections } = view;
  const rows = summary.map(
    ({ id, label, words }) =>
      `<tr><th scope="row"><a href="#${id}">${escapeHtml(label)}</a></th><td>${escapeHtml(words)}</td></tr>`,
  );
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${lead.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n')}
${rows.length > 0 ? `<table><caption>合计</caption><tbody>${rows.join('')}</tbody></table>` : ''}
<p class="legend"><del>删去的字</del>加删除线，<ins>新增的字</ins>加下划线。</p>
${sections.map(writeSection).join('\n')}
</main>
</body>
</html>
`;
}

function writeSection({ id, title, count, lead, units }: Section): string {
  const words = lead === null ? '' : `<p class="lead">${escapeHtml(lead)}</p>`;
  return `<section id="${id}"><h2>${escapeHtml(title)} <span class="count">${count}</span></h2>${words}
${units.map(writeUnit).join('\n')}
</section>`;
}

function writeUnit({ title, about, lines }: Unit): string {
  const side = about.length > 0 ? `<p class="about">${writeSpans(about)}</p>` : '';
  return `<article><h3>${writeSpans(title)}</h3>${side}<ul>
${lines.map(writeLine).join('\n')}
</ul></article>`;
}

const SIGNS: Partial<Record<Line['tone'], string>> = { error: '错误', warning: '注意' };

function writeLine({ tone, label, spans }: Line): string {
  const sign = SIGNS[tone];
  const name = label ?? '';
  const shown = sign !== undefined && !name.startsWith(sign) && name !== '警告' ? `${sign} ` : '';
  const head = shown + name === '' ? '' : `<span class="label">${escapeHtml(shown + name)}</span>`;
  return `<li class="${tone}">${head}<span class="text">${writeSpans(spans)}</span></li>`;
}

const TAGS = { del: 'del', ins: 'ins', strong: 'strong', code: 'code' } as const;

function writeSpans(spans: readonly Span[]): string {
  return spans
    .filter(({ text }) => text !== '')
    .map(({ text, mark }) => {
      const escaped = escapeHtml(showUnseen(text)).replaceAll('\n', '<br>');
      return mark ? `<${TAGS[mark]}>${escaped}</${TAGS[mark]}>` : escaped;
    })
    .join('');
}
