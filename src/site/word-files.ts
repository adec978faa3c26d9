import { formatCitation } from '../core/citation-format.ts';
import { percentDecoded } from '../core/percent-decoded.ts';
import { statusBanner } from '../core/status-banner.ts';
import { hasWordFile, wordFilePath } from '../core/word-address.ts';
import type { Picture } from '../docx/body-model.ts';
import { measurePicture } from '../docx/measure-picture.ts';
import { pictureAddresses } from '../docx/picture-addresses.ts';
import { contentDir } from '../load/content-dir.ts';
import { readServedFile } from '../load/served-file-fs.ts';
import { siteConfig } from '../site.config.ts';
import { getSite, type Site, type SiteDocument } from './library.ts';
import { packWordFile } from './pack-word-file.ts';
import { documentsKey, filesKey } from './page-keys.ts';
import { base } from './urls.ts';

/** Static paths of the Word forms: one for each document that has a text. */
export async function wordFilePaths() {
  const site = await getSite();
  return [...site.pages.values()].filter(hasWordFile).map((document) => ({
    params: { document: wordFilePath(document).replace(/\.docx$/, '') },
    props: { document },
    // Its pictures are files of the content; of other documents it names those that its status comes from.
    cacheKey: `${documentsKey(document)} ${standingOf(site, document)} ${filesKey()}`,
  }));
}

/** The Word form of a document; `root` is the full address of the site's host. */
export async function makeWordFile(site: Site, document: SiteDocument, root: URL): Promise<Uint8Array> {
  const { data, html, clauses } = document;
  return packWordFile({
    ...{ document, html, clauses, notes: data.notes, source: data.source },
    standing: standingOf(site, document),
    url: new URL(document.url, root).href,
    library: siteConfig.name,
    pictures: await readPictures(html),
  });
}

/** The sentence of the document's status banner, in words alone. */
function standingOf(site: Site, { id, data }: SiteDocument): string {
  const life = site.lives.get(id);
  if (!life?.standing) return '';
  const agents = (kind: 'repeals' | 'amends') =>
    life.deeds.flatMap(({ kind: done, by, at }) =>
      done === kind && (at?.first ?? '') <= life.day ? by : [],
    );
  const parts = statusBanner(id, life, life.standing, {
    repealers: agents('repeals'),
    amenders: agents('amends'),
    basis: 'basis' in data.status ? data.status.basis : undefined,
    successionOf: site.successionOf,
    find: (other: string) => site.byId.get(other),
  });
  return (parts ?? [])
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('basis' in part) return part.basis;
      const named = site.byId.get(part.document);
      return named ? formatCitation(named) : part.document;
    })
    .join('');
}

/** The pictures that the text shows, by their addresses in it. */
async function readPictures(html: string): Promise<Map<string, Picture>> {
  const pictures = new Map<string, Picture>();
  for (const address of pictureAddresses(html)) {
    const below = address.startsWith(base) ? address.slice(base.length) : undefined;
    const path = below === undefined ? undefined : percentDecoded(below.replace(/[?#].*$/s, ''));
    const bytes = path === undefined ? undefined : await readServedFile(path, contentDir());
    const picture = bytes && measurePicture(bytes);
    if (picture) pictures.set(address, picture);
  }
  return pictures;
}
