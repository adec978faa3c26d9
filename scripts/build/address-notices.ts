/** What a build says, without refusing anything, of addresses that are lost or not recorded. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadRegisters } from '../../src/load/content-fs.ts';

interface BuiltDocument {
  id: string;
  title: string;
}

/** How many documents a notice names. */
const NAMED = 10;

/** Notices on the new site in `siteDir`, given the one that it replaces, if there is any, and its content. */
export async function addressNotices(siteDir: string, oldDir: string, contentDir: string): Promise<string[]> {
  const documents = await readDocuments(siteDir);
  const { addresses } = await loadRegisters(contentDir);
  const recorded = new Set(addresses.entries.map((entry) => entry.path));
  return [
    ...lostNotice(
      (await readDocuments(oldDir)).filter(({ id }) => !existsSync(path.join(siteDir, id, 'index.html'))),
    ),
    ...unrecordedNotice(documents.filter(({ id }) => !recorded.has(`/${id}/`))),
  ];
}

function lostNotice(lost: readonly BuiltDocument[]): string[] {
  if (lost.length === 0) return [];
  const named = lost.slice(0, NAMED).map(({ id, title }) => `  /${id}/ 《${title}》`);
  const more = lost.length > NAMED ? [`  ……等，共 ${lost.length} 份`] : [];
  return [
    [
      '提醒：原来的网站上有、新网站上没有的文件网址：',
      ...named,
      ...more,
      '改法：发布过、换了地址的，在现在的文件里加上旧称，例如 ' +
        `aliases: [${lost[0]?.id}]；没有发布过或确实撤下的，不用管。`,
    ].join('\n'),
  ];
}

function unrecordedNotice(fresh: readonly BuiltDocument[]): string[] {
  if (fresh.length === 0) return [];
  return [
    `提醒：有 ${fresh.length} 份文件的网址还没有登记。网站发布以后运行 npm run addresses 并提交，以后改名、改号时检查会守住旧网址。`,
  ];
}

/** The documents of a built site; none when there is no such site, or one that can't be read. */
async function readDocuments(siteDir: string): Promise<BuiltDocument[]> {
  try {
    const list: unknown = JSON.parse(await readFile(path.join(siteDir, 'api/documents.json'), 'utf8'));
    return Array.isArray(list) ? list.filter(isBuiltDocument) : [];
  } catch {
    // The first build, or something that an older version left: there is nothing to compare with.
    return [];
  }
}

function isBuiltDocument(row: unknown): row is BuiltDocument {
  return (
    row !== null &&
    typeof row === 'object' &&
    'id' in row &&
    typeof row.id === 'string' &&
    'title' in row &&
    typeof row.title === 'string'
  );
}
