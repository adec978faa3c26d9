import { visit } from 'unist-util-visit';
import { CONTENT_FILES } from '../core/content-files.ts';
import { percentDecoded } from '../core/percent-decoded.ts';
import { parseAll } from '../markdown/parse-all.ts';
import { isDraft } from '../schema/draft.ts';
import type { LoadedDocument } from './content-fs.ts';

/**
 * The content as it is published: without the drafts. The one filter; whatever is built, listed, recorded or counted as a
 * target goes through it.
 */
export function withoutDrafts<Content extends { documents: readonly LoadedDocument[] }>(
  content: Content,
): Content {
  return { ...content, documents: content.documents.filter((document) => !isDraft(document)) };
}

/**
 * Images and attachments that drafts use and no published document does, by their paths below the content folder: they
 * stay back with the drafts. A file that nobody uses is published as ever.
 */
export function filesOfDraftsAlone({ documents }: { documents: readonly LoadedDocument[] }): Set<string> {
  const withheld = new Set(documents.filter(isDraft).flatMap(filesUsed));
  for (const document of documents) {
    if (withheld.size === 0) break;
    if (!isDraft(document)) for (const file of filesUsed(document)) withheld.delete(file);
  }
  return withheld;
}

function filesUsed(document: LoadedDocument): string[] {
  return [...attachedFiles(document), ...linkedFiles(document.source.body)];
}

/** Read from the frontmatter as it stands: a fault in another field doesn't give an attachment away. */
function attachedFiles({ source }: LoadedDocument): string[] {
  const { frontmatter } = source;
  if (frontmatter === null || typeof frontmatter !== 'object' || !('attachments' in frontmatter)) return [];
  const attachments: unknown[] = Array.isArray(frontmatter.attachments) ? frontmatter.attachments : [];
  return attachments.flatMap((attachment) =>
    attachment !== null && typeof attachment === 'object' && 'file' in attachment
      ? [String(attachment.file)]
      : [],
  );
}

/** Most texts point to no file and needn't be parsed for it. */
function linkedFiles(body: string): string[] {
  if (!body.includes(`/${CONTENT_FILES}/`)) return [];
  const files: string[] = [];
  visit(parseAll(body).tree, ['link', 'image', 'definition'], (node) => {
    if (!('url' in node)) return;
    const path = percentDecoded(node.url.replace(/[?#].*$/, ''));
    if (path.startsWith(`/${CONTENT_FILES}/`)) files.push(path.slice(1));
  });
  return files;
}
