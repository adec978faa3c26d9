import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** A file as a server that compresses would send it; sizes in bytes. */
export interface Transfer {
  readonly file: string;
  readonly raw: number;
  /** Over the wire. */
  readonly gzip: number;
}

const GZIP = Buffer.from([0x1f, 0x8b]);
/** What web servers compress by default settings; a file of another type goes as it lies. */
const COMPRESSED = /\.(?:html|css|m?js|json|svg|txt|wasm|xml)$/;

/** Collects what is asked of a server, by the files of the folder that it serves. */
export class TransferLog {
  readonly #dir: string;
  readonly #known = new Map<string, Transfer | undefined>();
  #asked: string[] = [];

  constructor(dir: string) {
    this.#dir = dir;
  }

  /** To be called with the path of each request, without a slash in front. Costs the answer no time. */
  readonly note = (requested: string): void => void this.#asked.push(requested);

  /** What was sent since the last call. */
  take(): Transfer[] {
    const asked = this.#asked;
    this.#asked = [];
    return asked.flatMap((requested) => this.#weigh(decodeURIComponent(requested)) ?? []);
  }

  #weigh(file: string): Transfer | undefined {
    if (!this.#known.has(file)) this.#known.set(file, this.#read(file));
    return this.#known.get(file);
  }

  /** Undefined for a file that isn't there. */
  #read(file: string): Transfer | undefined {
    const onDisk = file === '' || file.endsWith('/') ? `${file}index.html` : file;
    try {
      const content = readFileSync(path.join(this.#dir, onDisk));
      const asItLies = content.subarray(0, 2).equals(GZIP) || !COMPRESSED.test(onDisk);
      return {
        file: onDisk,
        raw: content.length,
        gzip: asItLies ? content.length : gzipSync(content).length,
      };
    } catch {
      return undefined;
    }
  }
}

/** What a file that is loaded for a search is for. */
export const FILE_KINDS = ['page', 'code', 'engine', 'meta', 'parts', 'fragments', 'other'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

const PATTERNS: ReadonlyArray<readonly [FileKind, RegExp]> = [
  ['page', /\.(?:html|css|svg|ico|woff2?)$/],
  ['engine', /\.(?:pagefind|wasm)$/],
  ['meta', /(?:\.pf_meta|\/pagefind-entry\.json|\/catalogue\.json)$/],
  ['parts', /\.pf_index$/],
  ['fragments', /\.pf_fragment$/],
  ['code', /\.m?js$/],
];

/** The kind of a file, by its name. */
export function fileKind(file: string): FileKind {
  return PATTERNS.find(([, pattern]) => pattern.test(file))?.[0] ?? 'other';
}
