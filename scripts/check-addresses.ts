import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isContentFile } from '../src/core/content-files.ts';
import { formerAddresses } from '../src/core/former-addresses.ts';
import { buildLinkTable, type LibraryDocument } from '../src/core/library.ts';
import { findMentions } from '../src/core/mentions.ts';
import { editorialCodes } from '../src/core/seen-codes.ts';
import { documentNumbers } from '../src/core/target-index.ts';
import { claimedTargets } from '../src/lint/claims.ts';
import { isLocal, pointersOf, readAddress } from '../src/lint/links.ts';
import type { LintContext } from '../src/lint/rule.ts';
import { RULES } from '../src/lint/rules/index.ts';
import { FRAME_ANCHORS, siteAddresses } from '../src/lint/site-addresses.ts';
import { contentFiles } from '../src/load/content-files-fs.ts';
import type { LoadedContent } from '../src/load/content-fs.ts';
import { describeDocument, editorialText } from '../src/load/describe.ts';
import { parseBody } from '../src/markdown/parse.ts';
import { type RenderedBody, renderBody } from '../src/markdown/render.ts';
import type { ExaminedDocument } from './check/examine-document.ts';
import { brokenAttachments } from './inspect/broken-attachments.ts';
import { dangerousFiles } from './inspect/dangerous-files.ts';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Where the files lie that are served as they are. */
export const PUBLIC_DIR = path.join(ROOT, 'public');

type GatheredKeys = 'pages' | 'contentFiles' | 'brokenFiles' | 'dangerousFiles' | 'publicFiles' | 'anchors';

/** All that links of the content may lead to: what the rules on links judge by. */
export async function gatherAddresses(
  content: LoadedContent,
  documents: readonly ExaminedDocument[],
  folders: { contentDir: string; publicDir: string },
): Promise<Pick<LintContext, GatheredKeys>> {
  const files = await contentFiles(folders.contentDir);
  const addresses = documents.flatMap((document) =>
    pointersOf(document)
      .filter(({ url }) => isLocal(url))
      .map(({ url }) => ({ from: document, ...readAddress(url) })),
  );
  const described = documents.flatMap(({ source, id, data }) =>
    data ? describeDocument({ collection: source.collection, id }, data, '/') : [],
  );
  return {
    pages: siteAddresses({
      documents: described,
      claimed: claimedTargets({ documents, unreadable: content.unreadable }),
      topics: content.topics.entries,
      namedNumbers: asksForNumbers(described, [
        ...addresses,
        ...content.addresses.entries.flatMap(({ path, to }) => [{ path }, { path: to ?? '' }]),
      ])
        ? namedNumbers(documents, content)
        : [],
      helpPages: (await readdir(path.join(ROOT, 'content/help'))).map((name) => name.replace(/\.mdx$/, '')),
      ruleIds: RULES.map(({ id }) => id),
    }),
    contentFiles: files,
    brokenFiles: await brokenAttachments(folders.contentDir, files),
    dangerousFiles: await dangerousFiles(folders.contentDir, files),
    publicFiles: new Set([...(await filesBelow(folders.publicDir)), ...files.filter(isContentFile)]),
    anchors: anchorsOf(
      documents,
      formerAddresses(described),
      new Set(
        addresses.flatMap(({ from, path: to, fragment }) =>
          fragment === undefined ? [] : to === '' ? from.id : to.replace(/^\/|\/$/g, ''),
        ),
      ),
    ),
  };
}

/**
 * Whether some address is that of a number which no document bears. Only these need every number that is named anywhere;
 * hardly any document links to them by hand.
 */
function asksForNumbers(
  documents: readonly LibraryDocument[],
  addresses: readonly { path: string }[],
): boolean {
  const held = new Set(documents.flatMap(documentNumbers));
  return addresses.some(({ path: to }) => to.startsWith('/n/') && !held.has(to.slice(3).replace(/\/$/, '')));
}

/**
 * The ids on the pages of the wanted documents, of those that have no fault that keeps them from being known. A former
 * id has those of its document, to which it leads.
 */
function anchorsOf(
  documents: readonly ExaminedDocument[],
  former: ReadonlyMap<string, { id: string }>,
  wanted: ReadonlySet<string>,
): Map<string, Set<string>> {
  const anchors = new Map<string, Set<string>>();
  const present = new Set([...wanted].map((id) => former.get(id)?.id ?? id));
  for (const document of documents) {
    const rendered = present.has(document.id) ? render(document) : undefined;
    if (!rendered || !document.data) continue;
    const ids = [...rendered.html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? '');
    const notes = document.data.notes.map((_note, index) => `note-${index + 1}`);
    anchors.set(document.id, new Set([...ids, ...notes, ...FRAME_ANCHORS]));
  }
  for (const [id, document] of former) {
    const known = anchors.get(document.id);
    if (known) anchors.set(id, known);
  }
  return anchors;
}

/** Every number that a text cites or an editor names: each has a page, held or not. */
function namedNumbers(documents: readonly ExaminedDocument[], { agencies }: LoadedContent): string[] {
  const registered = agencies.entries.map(({ code }) => code);
  const codes = editorialCodes(
    registered,
    documents.map(({ data }) => ({ docNumber: data?.docNumber ?? null })),
  );
  return documents.flatMap((document) => [
    ...(document.body.problems.length > 0 ? [] : document.citations).flatMap(
      ({ canonical }) => canonical ?? [],
    ),
    ...(document.data ? findMentions(document.id, editorialText(document.data), codes) : []).map(
      ({ canonical }) => canonical,
    ),
  ]);
}

/** As the build renders it, but for its links; undefined for a body with a fault of syntax. */
function render({ source, body }: ExaminedDocument): RenderedBody | undefined {
  if (body.problems.length > 0) return undefined;
  const parsed = parseBody(source.body);
  return parsed.ok ? renderBody(parsed.tree, { links: buildLinkTable([], '/'), codes: [] }) : undefined;
}

/** Paths of all files below a folder, with forward slashes; none when there is no such folder. */
async function filesBelow(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => !entry.isDirectory());
  return files.map(({ parentPath, name }) =>
    path.relative(dir, path.join(parentPath, name)).split(path.sep).join('/'),
  );
}
