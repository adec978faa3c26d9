import path from 'node:path';
import process from 'node:process';
import { normalizeBase } from '../../src/core/base-path.ts';
import { imprintProblems } from '../../src/core/imprint.ts';
import { contentDir } from '../../src/load/content-dir.ts';
import { isoDate } from '../../src/schema/fields.ts';
import { siteConfig } from '../../src/site.config.ts';

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
  refuseBadSettings();
  return {
    contentDir: contentDir(),
    outDir: path.resolve(process.env['OUT_DIR'] || 'dist'),
    siteUrl: readSiteUrl(process.env['SITE_URL'] || siteConfig.url),
    base: readBase(process.env['BASE_PATH'] || siteConfig.basePath),
    asOf: readAsOf(),
  };
}

/** @throws EnvironmentMistake naming every code and mark in src/site.config.ts that can't be one. */
function refuseBadSettings(): void {
  const problems = imprintProblems(siteConfig);
  if (problems.length > 0) throw new EnvironmentMistake(problems.join('\n'));
}

function readSiteUrl(value: string): string {
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value;
  throw new EnvironmentMistake(
    `发现网站地址（SITE_URL 或 site.config.ts 的 url）是“${value}”，应为完整的网址。改法：写上 http:// 或 https://，例如 SITE_URL=https://www.example.org。`,
  );
}

function readBase(value: string): string {
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
 * The port that PORT names, or 4321; 0 takes a free one.
 * @throws EnvironmentMistake when it is no port.
 */
export function readPort(): number {
  const value = process.env['PORT'] || '4321';
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= 65_535) return port;
  throw new EnvironmentMistake(
    `发现 PORT 的值是“${value}”，应为 0 到 65535 的整数。改法：例如 PORT=8080 npm start。`,
  );
}
