/** Images and attachments that travel with the content, in its folder `files`. */

/** Folder below the content folder, and below the site's root. */
export const CONTENT_FILES = 'files';

/** Kinds of picture that every browser shows and that can't run anything. */
const PICTURE_TYPES: readonly string[] = ['jpg', 'jpeg', 'png', 'gif', 'webp'];

/**
 * Kinds of file that are handed to readers as they are. None of them can run in the browser under the site's address,
 * as a web page or an SVG opened by itself could; the packed kinds are what forms are commonly sent out in.
 */
export const CONTENT_FILE_TYPES: readonly string[] = [
  ...['doc', 'docx', 'wps', 'xls', 'xlsx', 'et', 'ppt', 'pptx', 'dps', 'pdf', 'ofd', 'txt', 'csv'],
  ...PICTURE_TYPES,
  ...['zip', 'rar', '7z', 'mp3', 'mp4'],
];

/** The ending of a file's name in lower case, without the dot; empty when it has none. */
export function fileType(name: string): string {
  return /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** Whether a file of the content may be handed to readers. */
export function isContentFile(name: string): boolean {
  return CONTENT_FILE_TYPES.includes(fileType(name));
}

/** Whether a file of the content is a picture. */
export function isPicture(name: string): boolean {
  return PICTURE_TYPES.includes(fileType(name));
}
