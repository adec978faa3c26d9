import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** A file as a server that compresses would send it; sizes in bytes. */
export interface Transfer {
  readonly file: string;
  readonly raw: number;
  readonly gzip: number;
}

const GZIP = Buffer.from([0x1f, 0x8b]);

/** Collects what is asked of a server, by the files of the folder that it serves. */
export class TransferLog {
  readonly #dir: string;
  readonly #known = new Map<string, Transfer | undefined>();
  #sent: Transfer[] = [];

  constructor(dir: string) {
    this.#dir = dir;
  }

  /** To be called with the path of each request, without a slash in front. */
  readonly note = (requested: string): void => {
    const file = decodeURIComponent(requested);
    if (!this.#known.has(file)) this.#known.set(file, this.#read(file));
    const transfer = this.#known.get(file);
    if (transfer) this.#sent.push(transfer);
  };

  /** What was sent since the last call. */
  take(): Transfer[] {
    const sent = this.#sent;
    this.#sent = [];
    return sent;
  }

  /** Undefined for a file that isn't there. Index files are compressed as they lie. */
  #read(file: string): Transfer | undefined {
    const onDisk = file === '' || file.endsWith('/') ? `${file}index.html` : file;
    try {
      const content = readFileSync(path.join(this.#dir, onDisk));
      const gzip = content.subarray(0, 2).equals(GZIP) ? content.length : gzipSync(content).length;
      return { file: onDisk, raw: content.length, gzip };
    } catch {
      return undefined;
    }
  }
}
