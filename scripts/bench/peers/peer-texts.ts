import { loadContent } from '../../../src/load/content-fs.ts';
import { isDraft } from '../../../src/schema/draft.ts';
import type { PeerText } from './peer.ts';

/** A component's tag in the source of a text; escaped ones are plain characters. */
const TAG = /(?<!\\)<\/?[A-Z][^<>]*>/g;
const PICTURE = /(?<!\\)!\[((?:\\.|[^\]\\])*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g;

/** Markdown that any program understands: components give their content, pictures their description. */
export function plainBody(body: string): string {
  return body.replace(TAG, '').replace(PICTURE, '$1');
}

/** The documents of a content folder that the site shows, drafts left out, as a peer gets them. */
export async function peerTexts(contentDir: string): Promise<PeerText[]> {
  const { documents } = await loadContent(contentDir);
  return documents
    .filter((document) => !isDraft(document))
    .map(({ source, data }, index) => ({
      path: `${source.collection}/d${String(index + 1).padStart(5, '0')}`,
      title: data?.title ?? source.file,
      body: plainBody(source.body),
    }));
}
