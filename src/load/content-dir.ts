import path from 'node:path';

/** Absolute path of the content folder: CONTENT_DIR, or `content` in the folder where the command runs. */
export function contentDir(): string {
  return path.resolve(process.env['CONTENT_DIR'] || 'content');
}
