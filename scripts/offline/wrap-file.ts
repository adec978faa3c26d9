/** What a page on disk may not fetch it may run: a file becomes a script that hands over its content. */

/** The file as a script; src/ui/offline/load-script.ts reads what it leaves on its own element. */
export function wrapFile(content: Uint8Array): string {
  const text = asText(content);
  const file = text === undefined ? { base64: Buffer.from(content).toString('base64') } : { text };
  return `document.currentScript.file=${JSON.stringify(file)};`;
}

/** The content as text, which takes less room than base64, if that gives the same bytes back. */
function asText(content: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return undefined;
  }
}
