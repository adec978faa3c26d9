/** Tags with which a page, or a piece of one, begins. */
const FIRST =
  /^(?:\ufeff|\s|<!--[\s\S]*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|meta|title|body|table|div|p|center|font|article|section)\b/i;
const TAGS = /<\/?(?:html|body|p|div|table|span|br|td)\b[^>]*>/i;

/** True for bytes that are a web page: by their beginning, or by tags in a file that is named as one. */
export function isHtml(bytes: Uint8Array, fileName: string): boolean {
  const plain = bytes.subarray(0, 20_000).filter((byte) => byte !== 0);
  const head = new TextDecoder('latin1').decode(plain).replace(/^(?:ï»¿|ÿþ|þÿ)/, '');
  return FIRST.test(head.slice(0, 4000)) || (/\.(?:html?|shtml?|xhtml)$/i.test(fileName) && TAGS.test(head));
}
