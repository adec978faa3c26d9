/**
 * Pagefind's engine: its WebAssembly module, called directly. Pagefind's own browser code does this too, with much
 * around it that isn't used here (segmenting, stemming, filters, excerpts, a worker), and goes on when a part fails to
 * load. The calls are those of Pagefind 1.5, compiled by wasm-bindgen; tests/search fails should an upgrade change them.
 */

type Address = number;

/** A text that the engine gives, by its place in memory. */
type GivenText = readonly [begin: Address, length: number];

interface EngineExports {
  readonly memory: WebAssembly.Memory;
  readonly __wbindgen_externrefs: WebAssembly.Table;
  __wbindgen_start(): void;
  __wbindgen_malloc(length: number, alignment: number): Address;
  __wbindgen_free(begin: Address, length: number, alignment: number): void;
  /** These two give the index, in which the engine keeps everything; 0 when the bytes mean nothing to it. */
  init_pagefind(meta: Address, length: number): Address;
  load_index_chunk(index: Address, part: Address, length: number): Address;
  /** Words and original words, filters and sorting are texts, each by place and length. */
  search(
    index: Address,
    ...query: [Address, number, Address, number, Address, number, Address, number, boolean, boolean]
  ): GivenText;
}

/** What the engine gives back for a query, of which the documents' names are all that is used. */
interface Answer {
  readonly results: ReadonlyArray<{ readonly p: string }>;
}

/** The engine with one index in it. */
export class PagefindEngine {
  readonly #exports: EngineExports;
  #index: Address;

  private constructor(exports: EngineExports, meta: Uint8Array) {
    this.#exports = exports;
    this.#index = exports.init_pagefind(...this.#give(meta));
    this.#usable();
  }

  /** Starts the engine `code`, compiled, with the `meta` file of an index (pagefind-meta.ts). */
  static async start(code: WebAssembly.Module, meta: Uint8Array): Promise<PagefindEngine> {
    const exported: { instance?: EngineExports } = {};
    // The table of references to JavaScript values: wasm-bindgen wants the first ones to be these.
    const prepareTable = (): void => {
      const table = exported.instance?.__wbindgen_externrefs;
      const first = table?.grow(4) ?? 0;
      table?.set(0, undefined);
      for (const [offset, value] of [undefined, null, true, false].entries())
        table?.set(first + offset, value);
    };
    const imports = { './pagefind_web_bg.js': { __wbindgen_init_externref_table: prepareTable } };
    const instance = await WebAssembly.instantiate(code, imports);
    // What Pagefind 1.5 exports; a module without it fails at the first call.
    exported.instance = instance.exports as unknown as EngineExports;
    exported.instance.__wbindgen_start();
    return new PagefindEngine(exported.instance, meta);
  }

  /** Adds a part of the index. Throws when it is damaged. */
  addPart(content: Uint8Array): void {
    // With a damaged part the engine gives up its whole index, and 0 is what is left of it.
    this.#index = this.#exports.load_index_chunk(this.#usable(), ...this.#give(content));
    this.#usable();
  }

  /** The names of the documents in which the words stand next to each other; their parts must have been added. */
  search(words: readonly string[]): string[] {
    const query = this.#giveText(words.join(' '));
    const original = this.#giveText('');
    const [begin, length] = this.#exports.search(
      this.#usable(),
      ...query,
      ...original,
      ...this.#giveText('{}'),
      ...this.#giveText(''),
      true,
      false,
    );
    const text = new TextDecoder().decode(new Uint8Array(this.#exports.memory.buffer, begin, length));
    this.#exports.__wbindgen_free(begin, length, 1);
    const answer: Answer = JSON.parse(text);
    return answer.results.map(({ p }) => p);
  }

  #usable(): Address {
    if (this.#index === 0) throw new Error('a part of the index is damaged');
    return this.#index;
  }

  /** Copies bytes into the engine's memory, which then owns them. */
  #give(bytes: Uint8Array): [Address, number] {
    const begin = this.#exports.__wbindgen_malloc(bytes.length, 1) >>> 0;
    new Uint8Array(this.#exports.memory.buffer, begin, bytes.length).set(bytes);
    return [begin, bytes.length];
  }

  #giveText(text: string): [Address, number] {
    return this.#give(new TextEncoder().encode(text));
  }
}
