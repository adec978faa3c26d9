import type { Picture } from '../manuscript.ts';

const DATA = /^\s*data:image\/[\w.+-]+(?:;[\w=.-]+)*;base64,([A-Za-z0-9+/=\s]+)$/i;
/** First bytes of the pictures that a browser can show; what the page calls them doesn't count. */
const KINDS: [RegExp, string][] = [
  [/^\x89PNG\r\n/, 'png'],
  [/^\xff\xd8\xff/, 'jpg'],
  [/^GIF8[79]a/, 'gif'],
  [/^RIFF[\s\S]{4}WEBP/, 'webp'],
];

/** The picture that a data: address holds, or undefined. */
export function dataPicture(address: string, alt: string): Picture | undefined {
  const encoded = DATA.exec(address)?.[1];
  if (encoded === undefined) return undefined;
  const binary = decodeBase64(encoded.replace(/\s/g, ''));
  const extension = KINDS.find(([start]) => start.test(binary))?.[1];
  if (extension === undefined) return undefined;
  return { kind: 'picture', bytes: Uint8Array.from(binary, (char) => char.charCodeAt(0)), extension, alt };
}

function decodeBase64(encoded: string): string {
  try {
    return atob(encoded);
  } catch {
    return '';
  }
}
