import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** Sizes of a built site on disk, in bytes. */
export interface OutputFigures {
  readonly files: number;
  readonly bytes: number;
  /** What search may load: the index, its table of filter values and the modules. */
  readonly indexFiles: number;
  readonly indexBytes: number;
}

/** A document of the built site. */
export interface BuiltDocument {
  readonly id: string;
  /** Root-relative address. */
  readonly url: string;
  readonly title: string;
}

const IS_INDEX = /^(?:pagefind\/|search\/[^/]+\.(?:js|json)$)/;

/** Adds up the files below a folder. */
export async function measureOutput(outDir: string): Promise<OutputFigures> {
  const entries = await readdir(outDir, { recursive: true, withFileTypes: true });
  const figures = { files: 0, bytes: 0, indexFiles: 0, indexBytes: 0 };
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const { size } = await stat(file);
    figures.files += 1;
    figures.bytes += size;
    if (!IS_INDEX.test(path.relative(outDir, file).split(path.sep).join('/'))) continue;
    figures.indexFiles += 1;
    figures.indexBytes += size;
  }
  return figures;
}

/** The documents that the site lists. */
export async function builtDocuments(outDir: string): Promise<BuiltDocument[]> {
  return JSON.parse(await readFile(path.join(outDir, 'api/documents.json'), 'utf8')) as BuiltDocument[];
}

/** The file of a document's page; the site lies at the root of its host. */
export function pageFile(outDir: string, { url }: BuiltDocument): string {
  return path.join(outDir, ...decodeURIComponent(url).split('/'), 'index.html');
}
