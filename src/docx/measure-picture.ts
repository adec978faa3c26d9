import { pictureSize } from '../core/picture-size.ts';
import type { Picture } from './body-model.ts';

/** A picture that Word can show: PNG, JPEG or GIF. Undefined for any other kind of file and for a damaged one. */
export function measurePicture(data: Uint8Array): Picture | undefined {
  const found = pictureSize(data);
  if (!found || found.type === 'webp') return undefined;
  return { data, type: found.type, width: found.width, height: found.height };
}
