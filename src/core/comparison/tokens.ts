/** Numbers and foreign words are read as a whole: 12 that became 15 is not 1, then 2 for 5. */
const TOKEN = /[\d０-９]+(?:[.:．：][\d０-９]+)*|[a-zａ-ｚ]+|\s+|[\s\S]/giuy;
const PUNCTUATION = /^[\s\p{P}]+$/u;
/** Most tokens are one of these: their width is the only one that they have. */
const FIRST_IDEOGRAPH = 0x4e00;
const LAST_IDEOGRAPH = 0x9fff;
/** Numbers of tokens that are more than one UTF-16 unit follow those of the units. */
const UNITS = 0x10000;

/** Numbers tokens of texts that are compared: the same for the same words, whatever the width of their characters. */
export class TokenNumbers {
  private readonly longer = new Map<string, number>();

  of(token: string): number {
    const plain = token.normalize('NFKC');
    if (plain.length === 1) return plain.charCodeAt(0);
    const number = this.longer.get(plain) ?? UNITS + this.longer.size;
    this.longer.set(plain, number);
    return number;
  }
}

/** A text in tokens. They are told by where they begin, for a text of each would cost more than to compare them. */
export class Tokens {
  /** By token, its number. */
  readonly numbers: Int32Array;
  private readonly text: string;
  /** Where each token begins, and the end of the last. */
  private readonly begins: Int32Array;
  /** 1 for a token that is but punctuation or space. */
  private readonly marks: Uint8Array;

  constructor(text: string, numbers: TokenNumbers) {
    const begins = new Int32Array(text.length + 1);
    const found = new Int32Array(text.length);
    const marks = new Uint8Array(text.length);
    let count = 0;
    for (let at = 0; at < text.length; count++) {
      begins[count] = at;
      const unit = text.charCodeAt(at);
      if (unit >= FIRST_IDEOGRAPH && unit <= LAST_IDEOGRAPH) {
        found[count] = unit;
        at += 1;
        continue;
      }
      TOKEN.lastIndex = at;
      const token = TOKEN.exec(text)?.[0] ?? text.charAt(at);
      found[count] = numbers.of(token);
      marks[count] = PUNCTUATION.test(token) ? 1 : 0;
      at += token.length;
    }
    begins[count] = text.length;
    this.text = text;
    this.begins = begins;
    this.numbers = found.subarray(0, count);
    this.marks = marks;
  }

  get count(): number {
    return this.numbers.length;
  }

  isMark(token: number): boolean {
    return this.marks[token] === 1;
  }

  /** How many of the tokens from `from` to before `to` are more than punctuation and space. */
  countWords(from: number, to: number): number {
    let count = 0;
    for (let token = from; token < to; token++) if (this.marks[token] === 0) count += 1;
    return count;
  }

  /** Whether two tokens of this text are the very same. */
  isSame(a: number, b: number): boolean {
    return this.numbers[a] === this.numbers[b] && this.slice(a, a + 1) === this.slice(b, b + 1);
  }

  /** The text of the tokens from `from` to before `to`. */
  slice(from: number, to: number): string {
    return this.text.slice(this.begins[from], this.begins[to]);
  }
}
