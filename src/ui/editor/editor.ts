/** The script of /admin/: loads Decap, gives it our formats and checks, and starts it. */
import { isCollection } from '../../core/collections.ts';
import { DOCUMENT_FORMAT, type EditorConfig, REGISTER_FORMAT } from '../../editor/config.ts';
import {
  FILE_NAME,
  type FormValues,
  readEntry,
  UNREADABLE,
  UnreadableEntry,
  writeEntry,
} from '../../editor/entry-format.ts';
import { SUGGEST_WIDGET } from '../../editor/forms.ts';
import { documentProblems, fileNameOf, isRegister, registerProblems } from '../../editor/judge-entry.ts';
import { readRegister, writeRegister } from '../../editor/register-format.ts';
import type { Decap, ImmutableMap } from './decap.ts';
import { showCheck } from './local-check.ts';
import { completePhrases } from './phrases.ts';
import { closeReport, showReport } from './report.ts';
import { registerSuggestWidget } from './suggest-widget.ts';

const MIXED_UP =
  '发现表单和网址不是同一份文件，应为同一份。改法：把要留的文字先复制出来，回到列表重新打开这份文件，不要在地址栏里改网址。';

/** Why the editor can't run here; undefined when it can. */
function obstacle(): string | undefined {
  if (!window.isSecureContext) {
    return '编辑器只能在 https:// 开头的网址上打开（本机试用除外），因为浏览器不让 http:// 的网页登录。请网站维护者装上证书。';
  }
  return typeof crypto.randomUUID === 'function'
    ? undefined
    : '这个浏览器太旧，打不开编辑器。请用 Chrome 109 以上、Edge 或 Firefox 115 以上。';
}

function say(message: string): void {
  const place = document.querySelector('[data-message]');
  if (place) place.textContent = message;
}

function loadDecap(): Promise<Decap> {
  window.CMS_MANUAL_INIT = true;
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = 'decap-cms.js';
    const failed = (): void => reject(new Error('decap-cms.js did not load'));
    script.addEventListener('load', () => (window.CMS ? resolve(window.CMS) : failed()));
    script.addEventListener('error', failed);
    document.head.append(script);
  });
}

async function loadConfig(): Promise<EditorConfig> {
  const response = await fetch('config.json');
  if (!response.ok) throw new Error(`config.json: ${response.status}`);
  return (await response.json()) as EditorConfig;
}

/** Everything wrong with a form of the given collection of Decap's, or a document that can't be edited here. */
function problemsOf(collection: string, slug: string, values: FormValues): string[] {
  const unreadable = values[UNREADABLE];
  if (typeof unreadable === 'string') return [new UnreadableEntry(`文件读不出来（${unreadable}）。`).message];
  if (isCollection(collection)) return documentProblems(collection, values);
  return isRegister(slug) ? registerProblems(slug, values) : [];
}

/**
 * Whether the form on the page is that of the address. Decap goes on showing one document's form when the address of
 * another is typed over it, and would save the one in the format, or over the file, of the other.
 */
function isOfAddress(entry: ImmutableMap): boolean {
  const [, collection, slug] =
    /^#\/collections\/([^/?]+)\/(?:entries\/([^?]+)|new)/.exec(location.hash) ?? [];
  if (collection === undefined) return true;
  const sameSlug = slug === undefined || decodeURIComponent(slug) === entry.get('slug');
  return collection === entry.get('collection') && sameSlug;
}

/** Refuses to save what the check would refuse, and names the file of a new document. */
function beforeSaving({ entry }: { entry: ImmutableMap }): ImmutableMap {
  const data = entry.get('data') as ImmutableMap;
  const values = data.toJS();
  const collection = String(entry.get('collection'));
  const problems = isOfAddress(entry)
    ? problemsOf(collection, String(entry.get('slug') ?? ''), values)
    : [MIXED_UP];
  if (problems.length > 0) {
    showReport('还没有保存：有几处要改', problems, true);
    throw new Error('有几处要改，见右下角');
  }
  closeReport();
  return isCollection(collection) ? data.set(FILE_NAME, fileNameOf(collection, values)) : data;
}

/** Decap's forms are never narrower than this; a phone is to show them whole rather than their left half. */
const NARROWEST = 820;

function fitSmallScreen(): void {
  const viewport = document.querySelector<HTMLMetaElement>('meta[name=viewport]');
  if (viewport && screen.width < NARROWEST) viewport.content = `width=${NARROWEST}`;
}

async function start(): Promise<void> {
  const why = obstacle();
  if (why !== undefined) return say(why);
  const [cms, config] = await Promise.all([loadDecap(), loadConfig()]);
  cms.registerCustomFormat(DOCUMENT_FORMAT, 'mdx', { fromFile: readEntry, toFile: writeEntry });
  cms.registerCustomFormat(REGISTER_FORMAT, 'yml', { fromFile: readRegister, toFile: writeRegister });
  registerSuggestWidget(cms, SUGGEST_WIDGET);
  cms.registerEventListener({ name: 'preSave', handler: beforeSaving });
  const isLocal = config.backend['name'] === 'proxy';
  if (isLocal) cms.registerEventListener({ name: 'postPublish', handler: showCheck });
  completePhrases(cms, config.publish_mode === 'simple');
  fitSmallScreen();
  document.querySelector('[data-waiting]')?.remove();
  cms.init({ config });
}

start().catch((error: unknown) => {
  console.error(error);
  say('编辑器没有打开：它的程序或设置没有取到。请刷新这一页再试；还是不行的，请告诉网站维护者。');
});
