/** Every character of the Basic Multilingual Plane that two bytes of GBK stand for, and its bytes. */
const PAIRS = pairs();

function pairs(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (char.length === 1 && char !== '\ufffd' && !found.has(char)) found.set(char, [lead, trail]);
    }
  }
  return found;
}

/** A text in GB18030: the platform only decodes it. @throws Error for a character that GBK lacks and four bytes can't be had for. */
export function encodeGb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const pair = PAIRS.get(char);
    if (code < 0x80) bytes.push(code);
    else if (pair) bytes.push(...pair);
    else if (code >= 0x10000) bytes.push(...fourBytes(code - 0x10000 + 189_000));
    else bytes.push(...fourBytes(linear(char)));
  }
  return Uint8Array.from(bytes);
}

function fourBytes(linearNumber: number): number[] {
  const fourth = 0x30 + (linearNumber % 10);
  const third = 0x81 + (Math.floor(linearNumber / 10) % 126);
  const second = 0x30 + (Math.floor(linearNumber / 1260) % 10);
  return [0x81 + Math.floor(linearNumber / 12_600), second, third, fourth];
}

/** Place of a character among the four-byte codes of the Basic Multilingual Plane: by trying, since they lie in order. */
function linear(char: string): number {
  const decoder = new TextDecoder('gb18030');
  let [low, high] = [0, 39_419];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = decoder.decode(Uint8Array.from(fourBytes(middle)));
    if (at < char) low = middle + 1;
    else high = middle;
  }
  if (decoder.decode(Uint8Array.from(fourBytes(low))) !== char) throw new Error(`no GB18030 for ${char}`);
  return low;
}
