import { escapeHtml } from '../../src/core/escape-html.ts';

/** A document of the fictional 云岭 offices, and what a page of it must be read as. */
export interface PageDocument {
  title: string;
  number: string;
  issuer: string;
  /** As it is signed: 2012年3月5日 or 二〇一二年三月五日. */
  signed: string;
  issuedOn: string;
  /** As a table writes it. */
  published: string;
  publishedOn: string;
  /** Everything below the number, in order. */
  paragraphs: string[];
}

/** How a page is made up. */
export interface PageStyle {
  layout: keyof typeof LAYOUTS;
  paragraphs: keyof typeof PARAGRAPHS;
  chrome: boolean;
  titleInText: boolean;
  numberInText: boolean;
  /** The page has <meta> for title and day. */
  meta: boolean;
}

/** Text of a site that must never become part of a document. */
export const SITE_TEXT = [
  '网站首页',
  '教育要闻',
  '云岭区政务公开专栏',
  '下一篇：',
  '字体：',
  '版权所有',
  '扫一扫在手机打开',
];

/** Ways in which a page sets its paragraphs. */
export const PARAGRAPHS = {
  plain: (lines: string[]) => lines.map((line) => `<p>${line}</p>`).join('\n'),
  word: (lines: string[]) =>
    lines
      .map((line) => {
        const [head, tail] = [line.slice(0, 3), line.slice(3)];
        return `<p class="MsoNormal" style="text-indent:32.0pt;mso-char-indent-count:2.0"><!--[if !supportEmptyParas]--><span style="font-family:仿宋_GB2312;mso-hansi-font-family:宋体">${head}</span><span lang="EN-US">${tail}<o:p></o:p></span></p>`;
      })
      .join(''),
  breaks: (lines: string[]) => lines.map((line) => `&nbsp;&nbsp;&nbsp;&nbsp;${line}`).join('<br><br>\n'),
  fullWidth: (lines: string[]) => lines.map((line) => `&#12288;&#12288;${line}<br/>`).join('\n'),
  divs: (lines: string[]) => lines.map((line) => `<div><font size="3">${line}</font></div>`).join('\n'),
  unclosed: (lines: string[]) => lines.map((line) => `<P align=left>　　${line}`).join('\n'),
  wrapped: (lines: string[]) =>
    lines
      .map(
        (line) =>
          `<p style="text-align: justify">\n        ${line.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/u, '\n        ')}\n      </p>`,
      )
      .join('\n'),
} as const;

interface Parts {
  document: PageDocument;
  text: string;
  /** Title and number as the text prints them, or nothing. */
  printed: string;
  chrome: boolean;
}

const HEAD_MENU =
  '<div class="top"><a href="/">网站首页</a> | <a href="/yw/">教育要闻</a> | <a href="/zwgk/">云岭区政务公开专栏</a></div><div class="crumbs">当前位置：<a href="/">网站首页</a> &gt; <a href="/yw/">教育要闻</a></div>';
const TOOLS =
  '<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div><p>【字体：<a href="javascript:doZoom(16)">大</a> <a href="javascript:doZoom(14)">中</a> <a href="javascript:doZoom(12)">小</a>】</p><p><a href="javascript:window.print()">打印本页</a> <a href="javascript:window.close()">关闭窗口</a></p>';
const FOOT =
  '<div>下一篇：<a href="/a/2.htm">云岭区教育局关于另一件事的通知</a></div><ul class="related"><li><a href="/b/1.htm">云岭区召开教育工作会议，部署全年重点工作</a></li><li><a href="/b/2.htm">教育要闻，云岭区教研室开展教研活动</a></li></ul><div id="qr">扫一扫在手机打开当前页</div><div class="footer">版权所有：云岭区教育局 主办：云岭区教育局办公室，技术支持：云岭区信息中心</div><script>var title = "脚本里的文字，不是正文。";</script>';

function cell(label: string, value: string): string {
  return `<td><b>${label}：</b></td><td>${value}</td>`;
}

function elementTable({ title, number, issuer, issuedOn, published }: PageDocument): string {
  const dated = issuedOn.replace(/(\d+)-(\d+)-(\d+)/, '$1年$2月$3日');
  return `<table class="bd1"><tr>${cell('索 引 号', '000000000/2012-00005')}${cell('主题分类', '教育\\其他')}</tr><tr>${cell('发文机关', issuer)}${cell('成文日期', dated)}</tr><tr><td><b>标　　题：</b></td><td colspan="3">${escapeHtml(title)}</td></tr><tr>${cell('发文字号', number)}${cell('发布日期', published)}</tr></table><table class="bd1"><tr><td><b>主 题 词：</b></td><td></td><td></td><td></td></tr></table>`;
}

/** Page layouts, after those of government sites; none is a copy of a real page. */
export const LAYOUTS = {
  oldTable: ({ document, text, printed, chrome }: Parts) =>
    `${chrome ? HEAD_MENU : ''}<div class="wrap"><table width="930"><tr><td>${elementTable(document)}</td></tr></table><br><table width="930"><tr><td width="675"><table><tr><td><table width="650"><tr><td class="b12c" id="UCAP-CONTENT">${printed}${text}</td></tr></table><div id="div_div">扫一扫在手机打开当前页</div></td></tr></table></td><td><iframe src="/side.htm"></iframe></td></tr></table></div>${chrome ? FOOT : ''}`,
  library: ({ document, text, printed, chrome }: Parts) => {
    const rows = [
      ['标　　题', escapeHtml(document.title)],
      ['发文机关', document.issuer],
      ['发文字号', document.number],
      ['来　　源', '云岭区教育局'],
      ['主题分类', '教育'],
      ['公文种类', '通知'],
      ['成文日期', document.issuedOn.replace(/(\d+)-(\d+)-(\d+)/, '$1年$2月$3日')],
      ['发布日期', document.published],
    ];
    const desk = rows
      .map(([label, value]) => `<tr><td>${label}：</td><td colspan="3">${value}</td></tr>`)
      .join('');
    const mobile = rows.map(([label, value]) => `<li><h2>${label}：</h2><p>${value}</p></li>`).join('');
    return `${chrome ? HEAD_MENU : ''}<div class="policyLibraryOverview_header"><h1 class="mhide">${escapeHtml(document.title)}</h1><div class="pchide"><table border="0">${desk}</table></div><div class="mhide"><ul>${mobile}</ul></div></div><div class="policyLibraryOverview_content"><div class="pages_content" id="UCAP-CONTENT"><div class="trs_editor_view TRS_UEDITOR">${printed}${text}</div></div></div>${chrome ? TOOLS + FOOT : ''}`;
  },
  zoom: ({ document, text, printed, chrome }: Parts) =>
    `${chrome ? HEAD_MENU : ''}<div class="main"><h1>${escapeHtml(document.title)}</h1><div class="info">发布时间：${document.publishedOn} 09:30　来源：云岭区教育局　浏览次数：<span>35</span>次</div>${chrome ? TOOLS : ''}<div id="zoom">${printed}${text}</div></div>${chrome ? FOOT : ''}`,
  trsEditor: ({ document, text, printed, chrome }: Parts) =>
    `${chrome ? HEAD_MENU : ''}<div class="xl"><div class="xl_tit"><p>${escapeHtml(document.title)}</p></div><div class="xl_info"><span>日期：${document.publishedOn}</span><span>来源：云岭区教育局</span></div><div class="xl_con"><div class="TRS_Editor"><style>.TRS_Editor P{margin:0}</style>${printed}${text}</div></div></div>${chrome ? FOOT : ''}`,
  webplus: ({ document, text, printed, chrome }: Parts) =>
    `${chrome ? HEAD_MENU : ''}<div class="article"><h1 class="arti_title">${escapeHtml(document.title)}</h1><p class="arti_metas"><span>发布者：办公室</span><span>发布时间：${document.publishedOn}</span><span>浏览次数：35</span></p><div class="entry"><div class="read"><div class="wp_articlecontent">${printed}${text}</div></div></div></div>${chrome ? FOOT : ''}`,
  listed: ({ document, text, printed, chrome }: Parts) =>
    `${chrome ? HEAD_MENU : ''}<div class="xxgk"><ul class="info"><li><strong>索引号：</strong><span>000000000/2012-00005</span></li><li><strong>发布机构：</strong><span>${document.issuer}</span></li><li><strong>文号：</strong><span>${document.number}</span></li><li><strong>成文日期：</strong><span>${document.issuedOn}</span></li><li><strong>发布日期：</strong><span>${document.publishedOn}</span></li><li><strong>信息名称：</strong><span>${escapeHtml(document.title)}</span></li></ul><div class="content">${printed}${text}</div></div>${chrome ? FOOT : ''}`,
  defined: ({ document, text, printed, chrome }: Parts) =>
    `${chrome ? HEAD_MENU : ''}<dl><dt>名称</dt><dd>${escapeHtml(document.title)}</dd><dt>索引号</dt><dd>000000000/2012-00005</dd><dt>发文机关</dt><dd>${document.issuer}</dd><dt>发文字号</dt><dd>${document.number}</dd><dt>成文日期</dt><dd>${document.issuedOn}</dd><dt>公开日期</dt><dd>${document.publishedOn}</dd><dt>主题词</dt><dd></dd></dl><div class="art_con_x">${printed}${text}</div>${chrome ? TOOLS + FOOT : ''}`,
  bareTable: ({ document, text, printed, chrome }: Parts) =>
    `${chrome ? HEAD_MENU : ''}<table width="760" align="center"><tr><td align="center"><b>${escapeHtml(document.title)}</b></td></tr><tr><td align="center">发布日期：${document.publishedOn} 来源：云岭区教育局</td></tr><tr><td>${printed}${text}</td></tr><tr><td align="right">【<a href="javascript:window.print()">打印</a>】【<a href="javascript:window.close()">关闭</a>】</td></tr></table>${chrome ? FOOT : ''}`,
  bare: ({ document, text, printed, chrome }: Parts) =>
    `${chrome ? HEAD_MENU : ''}<div><div><h1>${escapeHtml(document.title)}</h1><div>${document.publishedOn} 10:20:30 来源：云岭区教育局</div><div>${printed}${text}</div></div></div>${chrome ? FOOT : ''}`,
} as const;

/** Layouts that have a 公文要素表. */
export const WITH_TABLE: readonly string[] = ['oldTable', 'library', 'listed', 'defined'];

/** Markup of a page. Pages with a table name everything in it; others must print the number in the text. */
export function governmentPage(document: PageDocument, style: PageStyle, charset: string): string {
  const write = PARAGRAPHS[style.paragraphs];
  const title = style.titleInText
    ? `<p style="text-align:center"><b>${escapeHtml(document.title.slice(0, 9))}</b></p><p style="text-align:center"><b>${escapeHtml(document.title.slice(9))}</b></p>`
    : '';
  const number = style.numberInText ? `<p style="text-align:center">${document.number}</p>` : '';
  const body = LAYOUTS[style.layout]({
    document,
    text: write(document.paragraphs.map(escapeHtml)),
    printed: title + number,
    chrome: style.chrome,
  });
  const meta =
    charset === 'gb2312'
      ? '<META http-equiv=Content-Type content="text/html; charset=gb2312">'
      : '<meta charset="utf-8">';
  const about = style.meta
    ? `<meta name="ArticleTitle" content="${escapeHtml(document.title)}"><meta name="PubDate" content="${document.publishedOn} 09:30">`
    : '';
  return `<!DOCTYPE html><html><head>${meta}<title>${escapeHtml(document.title)}_教育要闻_云岭区教育局</title>${about}<style>p{margin:0}</style></head><body><!-- 注释里的文字 -->${body}</body></html>`;
}
