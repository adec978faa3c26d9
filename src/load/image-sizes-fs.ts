import { open } from 'node:fs/promises';
import path from 'node:path';
import { isPicture } from '../core/content-files.ts';
import { pictureSize } from '../core/picture-size.ts';
import type { ImageSize } from '../markdown/figures.ts';
import { contentFiles } from './content-files-fs.ts';

/** Measures stand near the beginning, after what a camera writes before them. */
const HEADER = 256 * 1024;

/** Sizes of the pictures of a content folder, by their paths below it, e.g. files/map.png. */
export async function imageSizes(dir: string): Promise<Map<string, ImageSize>> {
  const sizes = new Map<string, ImageSize>();
  // One after the other: a folder may hold more pictures than a process may have open at once.
  for (const file of (await contentFiles(dir)).filter(isPicture)) {
    const size = await sizeOf(path.join(dir, file));
    if (size) sizes.set(file, size);
  }
  return sizes;
}

async function sizeOf(file: string): Promise<ImageSize | undefined> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER), 0, HEADER, 0);
    const found = pictureSize(buffer.subarray(0, bytesRead));
    return found && { width: found.width, height: found.height };
  } finally {
    await handle.close();
  }
}
