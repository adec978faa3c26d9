import path from 'node:path';
import { COLLECTION_LABELS, type Collection } from '../../src/core/collections.ts';
import { formatDocNumber, parseDocNumber } from '../../src/core/docnumber.ts';
import { nearPaths } from '../../src/core/near-paths.ts';
import { newestFirst } from '../../src/core/newest-first.ts';
import { relationResolver } from '../../src/core/relations.ts';
import { hasText } from '../../src/core/series.ts';
import type { Original } from '../../src/import/next-plan.ts';
import type { LoadedContent, LoadedDocument } from '../../src/load/content-fs.ts';
import { describeDocument } from '../../src/load/describe.ts';
import { isDraft } from '../../src/schema/draft.ts';
import { siteConfig } from '../../src/site.config.ts';

/** A document that nothing can be begun from; the message is for the user, in Chinese. */
export class NoOriginal extends Error {
  override readonly name = 'NoOriginal';
}

/** A document whose frontmatter keeps its schema. */
type Judged = LoadedDocument & Required<Pick<LoadedDocument, 'data'>>;

/** How many near misses a message names. */
const NAMED = 3;

/**
 * The document of a collection that `asked` names: by id, by number in any print, by the path of its file, or by `last`
 * for the newest. @throws NoOriginal when there is none, or none whose text can be taken.
 */
export function findOriginal(
  { documents }: LoadedContent,
  collection: Collection,
  asked: string,
  dir: string,
): Original {
  const here = documents.filter(({ source }) => source.collection === collection);
  const found = asked === 'last' ? newest(here.filter(isJudged)) : named(here, asked, dir);
  if (!found) throw new NoOriginal(notFound(here, collection, asked));
  const { id, data, source } = found;
  if (!data) {
    throw new NoOriginal(
      `发现 ${source.file} 的著录有错误，应为没有错误的文件。改法：先运行 npm run check，照报告改正。`,
    );
  }
  if (!hasText(data)) {
    throw new NoOriginal(
      `发现 ${source.file} 只有题录，没有正文，应为收有正文的文件。改法：先录入它的正文，或另选一份。`,
    );
  }
  return { id, data, body: source.body };
}

function isJudged(document: LoadedDocument): document is Judged {
  return document.data !== undefined;
}

/** The newest published one with a text, of the site's own office if it has any. */
function newest(documents: readonly Judged[]): Judged | undefined {
  const texts = documents.filter((document) => !isDraft(document) && hasText(document.data));
  const own = texts.filter(({ data }) => data.issuer === siteConfig.office);
  const byId = new Map(texts.map((document) => [document.id, document]));
  const [first] = newestFirst(
    (own.length > 0 ? own : texts).map(({ source, id, data }) =>
      describeDocument({ collection: source.collection, id }, data, '/'),
    ),
  );
  return first && byId.get(first.id);
}

function named(documents: readonly LoadedDocument[], asked: string, dir: string): LoadedDocument | undefined {
  const full = path.resolve(asked);
  const byFile = documents.find(
    ({ source }) => source.file === asked || path.resolve(dir, source.file) === full,
  );
  if (byFile) return byFile;
  const number = parseDocNumber(asked);
  const answering = relationResolver(
    documents.map(({ id, data }) => ({
      ...{ id, docNumber: data?.docNumber ?? null },
      aliases: data?.aliases ?? [],
    })),
  )(number ? formatDocNumber(number) : asked.replace(/^\/+|\/+$/g, ''));
  return answering.length === 1 ? documents.find(({ id }) => id === answering[0]) : undefined;
}

function notFound(documents: readonly LoadedDocument[], collection: Collection, asked: string): string {
  const label = COLLECTION_LABELS[collection];
  if (asked === 'last')
    return `发现库中没有收有正文、已经定稿的${label}，应至少有一份。改法：先导入去年的那一份。`;
  const known = documents.map(({ id }) => ({ path: id }));
  const near = nearPaths(asked, known, NAMED);
  const hint = near.length > 0 ? `是不是 ${near.map(({ path }) => path).join(' 或 ')}？` : '';
  return `发现 --from ${asked}，库中没有这份${label}，应为${label}的文件编号（网址的后两段）、文号、文件路径，或 last（最新的一份）。${hint}`;
}
