import { findDate } from '../dates.ts';

/** Lines of a page that belong to the site and not to the document, wherever they stand in its text. */
const CHROME: readonly RegExp[] = [
  /^(?:您|你)?(?:现在|目前)?的?(?:当前)?(?:所在)?(?:位置|页面)[:：]/,
  /^(?:当前|所在)(?:位置|页面|栏目)\s*[:：]?/,
  /^(?:网站)?首\s*页\s*[>＞»›/\\|｜→-]/,
  /^[【[（(]?\s*(?:字体|字号|文字大小|字体大小|视力保护色|正文字体)\s*[:：]?[\s\S]{0,24}$/,
  /^[【[（(]?\s*大\s*[】\])）|｜]?\s*[【[（(]?\s*中\s*[】\])）|｜]?\s*[【[（(]?\s*小\s*[】\])）]?$/,
  /^(?:[【[（(]?\s*(?:打\s*印(?:本页|此页|文章|正文|页面|预览)?|关\s*闭(?:窗口|本页|页面|此页)?|收\s*藏(?:本页|此页)?|分\s*享(?:到)?|返回(?:顶部|首页|列表|上一页)?|我要(?:纠错|分享|收藏|打印)|纠错|下载(?:本页|PDF)?|保存(?:本页)?|朗读|推荐|微信|微博|QQ空间|新浪微博|复制链接|繁体|简体|无障碍|手机版|T\s*T|大|中|小)\s*[】\])）]?\s*[:：|｜/·]?\s*)+$/,
  /^(?:上一篇|下一篇|上一条|下一条|上篇|下篇|前一篇|后一篇|上一页|下一页|相关(?:链接|阅读|新闻|文章|信息|解读|文档|附件下载)|扩展阅读|延伸阅读|热点推荐)\s*[:：]?.{0,80}$/,
  /^(?:责任编辑|责编|网站编辑|信息录入|录入人?|网络编辑|值班编辑|编辑员)\s*[:：]/,
  /^[（(【[]?\s*(?:责任编辑|责编|网络编辑)\s*[:：].{1,20}[)）】\]]$/,
  /^(?:扫一扫|微信扫一扫|用手机扫|扫描二维码|手机扫码)[^。]{0,30}$/,
  /^(?:浏览|阅读|点击|访问)(?:次数|量|数)?\s*[:：]?\s*\d*\s*次?$/,
  /^(?:版权所有|Copyright|ICP备|.{0,10}ICP备\s*\d|.{0,20}公网安备|网站标识码|中文域名|建议使用.{0,20}浏览器)/i,
  /^(?:请\s*)?(?:使用|点击).{0,10}(?:浏览器|下载阅读器)/,
];
/** A site's colophon, which outside the text only is none of the document's. */
const COLOPHON =
  /(?:版权所有|技术支持|ICP备|公网安备|网站标识码|主办单位|承办单位|主办[:：]|承办[:：]|维护[:：]|联系电话[:：]|友情链接|网站地图|访问量)/;
const PUBLICATION =
  /(?:发布|公布|公开|发表|更新|录入|上网|上传)(?:时间|日期|于)?\s*[:：]?\s*(?=\d{4})|(?:时间|日期)\s*[:：]\s*(?=\d{4})/;

/** True for a line that belongs to the site wherever it stands. */
export function isChromeLine(text: string): boolean {
  return text.length <= 120 && CHROME.some((pattern) => pattern.test(text));
}

/** True for a line of a site's foot. */
export function isColophon(text: string): boolean {
  return COLOPHON.test(text);
}

/** The ISO day on which a line outside the text says that the page was published. */
export function publicationDay(text: string): string | undefined {
  if (text.length > 160) return undefined;
  const said = PUBLICATION.exec(text);
  if (said) return findDate(text.slice(said.index + said[0].length).slice(0, 24))?.iso;
  return /^\d{4}\s*(?:年|[-/.])/.test(text) && /来源|作者|浏览|阅读|点击|字体|\d{1,2}:\d{2}/.test(text)
    ? findDate(text)?.iso
    : undefined;
}
