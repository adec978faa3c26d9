/** What was typed, out of an address in whatever encoding: UTF-8, twice encoded, or the GBK of old pages and browsers. */
export function readTyped(part: string): string {
  const spaced = part.replaceAll('+', ' ');
  const once = decodeOnce(spaced);
  // 云教发%255B2011%255D5 was encoded by one program and once more by another.
  return (/%[0-9a-f]{2}/i.test(once) ? decodeOnce(once) : once)
    .replace(/\/?(?:index\.html?)?\/*$/i, '')
    .trim();
}

function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // No UTF-8, or a sign left over.
    return decodeGbk(text);
  }
}

/** Bytes that stand as %D4%C6, read as GBK; what isn't encoded stays. */
function decodeGbk(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    const bytes = Uint8Array.from(run.match(/[0-9a-f]{2}/gi) ?? [], (byte) => Number.parseInt(byte, 16));
    return new TextDecoder('gbk').decode(bytes);
  });
}
