import path from 'node:path';
import process from 'node:process';
import { normalizeBase } from '../../src/core/base-path.ts';
import { COLLECTIONS, isCollection } from '../../src/core/collections.ts';
import { editorProblems } from '../../src/core/editor-settings.ts';
import { imprintProblems } from '../../src/core/imprint.ts';
import { neighbourProblems } from '../../src/core/neighbours.ts';
import { contentDir } from '../../src/load/content-dir.ts';
import { isoDate } from '../../src/schema/fields.ts';
import { type SiteConfig, siteConfig } from '../../src/site.config.ts';

/** Where a build reads and writes, and where its site will lie. */
export interface SiteEnvironment {
  /** Absolute. */
  contentDir: string;
  /** Absolute. */
  outDir: string;
  /** Scheme and host, e.g. https://www.example.org. */
  siteUrl: string;
  /** Begins and ends with a slash. */
  base: string;
  /** ISO day as of which the site tells what is in force; undefined for the newest day of the library itself. */
  asOf: string | undefined;
}

/** A setting in the environment that can't be used; the message tells the user what to write instead. */
export class EnvironmentMistake extends Error {
  override readonly name = 'EnvironmentMistake';
}

/**
 * Reads CONTENT_DIR, OUT_DIR, SITE_URL, BASE_PATH and AS_OF, with the defaults of src/site.config.ts.
 * @throws EnvironmentMistake for an address, path or day that can't work, and for settings that are no codes.
 */
export function readEnvironment(): SiteEnvironment {
  const problems = [
    ...imprintProblems(siteConfig),
    ...staleProblems(siteConfig),
    ...editorProblems(siteConfig.editor),
    ...neighbourProblems(siteConfig.neighbours),
  ];
  const siteUrl = attempt(() => readSiteUrl(process.env['SITE_URL'] || siteConfig.url), problems);
  const base = attempt(() => readBase(process.env['BASE_PATH'] || siteConfig.basePath), problems);
  const asOf = attempt(readAsOf, problems);
  if (problems.length > 0 || siteUrl === undefined || base === undefined)
    throw new EnvironmentMistake(problems.join('\n'));
  const outDir = path.resolve(process.env['OUT_DIR'] || 'dist');
  return { contentDir: contentDir(), outDir, siteUrl, base, asOf };
}

/** The value of a setting; undefined, with its message added to the others, when it can't be used. */
function attempt<Value>(read: () => Value, problems: string[]): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof EnvironmentMistake)) throw error;
    problems.push(error.message);
    return undefined;
  }
}

/** What is wrong with the months after which columns count as stale, each in words. */
export function staleProblems({ staleAfterMonths = {} }: Pick<SiteConfig, 'staleAfterMonths'>): string[] {
  return Object.entries(staleAfterMonths).flatMap(([key, months]: [string, unknown]) => {
    const known = isCollection(key);
    if (known && (months === undefined || (Number.isInteger(months) && Number(months) >= 1))) return [];
    const found = known ? `是“${String(months)}”` : '不是栏目';
    const expected = known ? '1 以上的整月数' : `下列之一：${COLLECTIONS.join('、')}`;
    const mend = known ? '例如 12；没有规定的删去这一项' : '改正名称，或删去这一项';
    return [`发现 src/site.config.ts 里 staleAfterMonths.${key} ${found}，应为${expected}。改法：${mend}。`];
  });
}

/** An address as given. @throws EnvironmentMistake when it is none. */
export function readSiteUrl(value: string): string {
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value;
  throw new EnvironmentMistake(
    `发现网站地址（SITE_URL 或 site.config.ts 的 url）是“${value}”，应为完整的网址。改法：写上 http:// 或 https://，例如 SITE_URL=https://www.example.org。`,
  );
}

/** A base path with a slash at each end. @throws EnvironmentMistake when it can be none. */
export function readBase(value: string): string {
  if (/^[\w\-./~]*$/.test(value) && !value.includes('..')) return normalizeBase(value);
  throw new EnvironmentMistake(
    `发现网站路径（BASE_PATH 或 site.config.ts 的 basePath）是“${value}”，应为只含字母、数字、连字符与斜线的路径。改法：例如 BASE_PATH=/wenku/。`,
  );
}

/**
 * The day that AS_OF names, ISO; undefined when it names none.
 * @throws EnvironmentMistake when it is no day.
 */
export function readAsOf(): string | undefined {
  const value = process.env['AS_OF'] || undefined;
  if (value === undefined || isoDate.safeParse(value).success) return value;
  throw new EnvironmentMistake(
    `发现日期（AS_OF）是“${value}”，应为真实存在的日期，写作 2012-02-20 的样子。改法：例如 AS_OF=2012-02-20；不写就以库中最新的成文或发布日期为准。`,
  );
}

/**
 * The port that PORT names, or `usual`; 0 takes a free one.
 * @throws EnvironmentMistake when it is no port.
 */
export function readPort(usual = '4321'): number {
  const value = process.env['PORT'] || usual;
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= 65_535) return port;
  throw new EnvironmentMistake(
    `发现 PORT 的值是“${value}”，应为 0 到 65535 的整数。改法：例如 PORT=8080 npm start。`,
  );
}
