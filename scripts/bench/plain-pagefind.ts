import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex } from 'pagefind';
import { type BuiltDocument, pageFile } from './measure-output.ts';

/** Plain Pagefind's own index of the same pages. */
export interface PlainIndex {
  readonly ms: number;
  readonly bytes: number;
}

/**
 * Indexes the document pages as Pagefind's manual says, for comparison: `addDirectory` over copies of them in
 * `copyDir`, language zh, into `indexDir`. In the copies the regions that our search covers carry data-pagefind-body,
 * so that both indexes are of the same text.
 */
export async function buildPlainIndex(
  outDir: string,
  documents: readonly BuiltDocument[],
  { copyDir, indexDir }: { copyDir: string; indexDir: string },
): Promise<PlainIndex> {
  for (const document of documents) {
    const target = pageFile(copyDir, document);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, markRegions(await readFile(pageFile(outDir, document), 'utf8')));
  }
  const began = performance.now();
  await index(copyDir, indexDir);
  return { ms: performance.now() - began, bytes: await folderBytes(indexDir) };
}

function markRegions(html: string): string {
  return html
    .replace(/\sdata-document-(?:title|facts|body|notes)(?=[\s>])/g, '$& data-pagefind-body')
    .replace(/\sdata-search-ignore(?=[\s>])/g, '$& data-pagefind-ignore');
}

async function index(from: string, to: string): Promise<void> {
  const made = await createIndex({ forceLanguage: 'zh' });
  if (!made.index) throw new Error(made.errors.join('; '));
  try {
    const added = await made.index.addDirectory({ path: from });
    const written = await made.index.writeFiles({ outputPath: to });
    const errors = [...added.errors, ...written.errors];
    if (errors.length > 0) throw new Error(errors.join('; '));
  } finally {
    await close();
  }
}

/** What a browser may load of it: Pagefind also writes interfaces that a page need not use. */
async function folderBytes(dir: string): Promise<number> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const used = entries.filter(
    (entry) => entry.isFile() && !/^pagefind-(?:\w+-)?(?:ui|highlight)\b/.test(entry.name),
  );
  const sizes = await Promise.all(
    used.map(async (entry) => (await stat(path.join(entry.parentPath, entry.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
