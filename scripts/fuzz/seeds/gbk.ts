/** A text in GBK, for characters that have two bytes there or are ASCII. @throws RangeError for any other. */
export function gbk(text: string): Uint8Array {
  const table = codes();
  return new Uint8Array(
    Array.from(text).flatMap((char) => {
      if (char <= '\u007f') return [char.charCodeAt(0)];
      const code = table.get(char);
      if (code === undefined) throw new RangeError(`not in GBK: ${char}`);
      return [code >> 8, code & 0xff];
    }),
  );
}

let known: Map<string, number> | undefined;

/** The codes of two bytes, taken from the decoder, since there is no encoder. */
function codes(): Map<string, number> {
  if (known) return known;
  const decoder = new TextDecoder('gbk');
  known = new Map();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if ([...char].length === 1 && char !== '\ufffd') known.set(char, (lead << 8) | trail);
    }
  }
  return known;
}
