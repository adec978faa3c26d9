import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { AstroIntegration } from 'astro';
import sirv from 'sirv';
import { CONTENT_FILES, isContentFile } from '../src/core/content-files.ts';
import { contentFiles } from '../src/load/content-files-fs.ts';
import { readContent } from '../src/load/content-fs.ts';
import { filesOfDraftsAlone } from '../src/load/drafts.ts';
import { servedUrl } from './served-url.ts';

/**
 * Hands out the images and attachments of the content folder under /files/ while editing; a build copies them.
 * `base` begins and ends with a slash.
 */
export function contentFilesIntegration(contentDir: string, base: string): AstroIntegration {
  return {
    name: 'content-files',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const root = `${base}${CONTENT_FILES}/`;
        const serve = sirv(path.join(contentDir, CONTENT_FILES), { dev: true });
        server.middlewares.use((request, response, next) => {
          const url = request.url ?? '';
          const file = url.replace(/[?#].*$/, '');
          if (!file.startsWith(root) || !isContentFile(file)) return next();
          request.url = servedUrl(`/${url.slice(root.length)}`);
          serve(request, response, () => {
            response.statusCode = 404;
            response.end();
          });
        });
      },
    },
  };
}

/** Copies what readers may be handed; the check has refused the rest, and what only drafts use stays back with them. */
export async function copyContentFiles(contentDir: string, outDir: string): Promise<void> {
  const files = (await contentFiles(contentDir)).filter(isContentFile);
  const withheld = files.length > 0 ? filesOfDraftsAlone(await readContent(contentDir)) : new Set();
  for (const file of files) {
    if (withheld.has(file)) continue;
    const target = path.join(outDir, file);
    await mkdir(path.dirname(target), { recursive: true });
    await copyFile(path.join(contentDir, file), target);
  }
}
