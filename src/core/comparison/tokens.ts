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

/**
 * A text in tokens. They are told by where they begin, for a text of each would cost more than to compare them; and the
 * arrays are used for one text after the other, for thousands of them cost more than what is in them.
 */
export class Tokens {
  count = 0;
  /** By token, its number. */
  numbers = new Int32Array(0);
  private text = '';
  /** Where each token begins, and the end of the last. */
  private begins = new Int32Array(0);
  /** 1 for a token that is but punctuation or space. */
  private marks = new Uint8Array(0);

  /** Forgets the last text. */
  read(text: string, numbers: TokenNumbers): void {
    this.makeRoom(text.length + 1);
    this.text = text;
    let count = 0;
    for (let at = 0; at < text.length; count++) {
      this.begins[count] = at;
      const unit = text.charCodeAt(at);
      if (unit >= FIRST_IDEOGRAPH && unit <= LAST_IDEOGRAPH) {
        this.numbers[count] = unit;
        this.marks[count] = 0;
        at += 1;
        continue;
      }
      TOKEN.lastIndex = at;
      const token = TOKEN.exec(text)?.[0] ?? text.charAt(at);
      this.numbers[count] = numbers.of(token);
      this.marks[count] = PUNCTUATION.test(token) ? 1 : 0;
      at += token.length;
    }
    this.begins[count] = text.length;
    this.count = count;
  }

  private makeRoom(size: number): void {
    if (this.numbers.length >= size) return;
    this.numbers = new Int32Array(2 * size);
    this.begins = new Int32Array(2 * size);
    this.marks = new Uint8Array(2 * size);
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
