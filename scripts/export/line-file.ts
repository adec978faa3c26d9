/** A file that is written bit by bit, so that a large library's texts are never in memory all at once. */
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import path from 'node:path';

/** Characters to gather before they are written. */
const ENOUGH = 1_000_000;

/** Takes text until it is closed. */
export class LineFile {
  readonly #handle: FileHandle;
  #waiting = '';

  private constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  /** Begins the file, with the folders that it needs. */
  static async create(file: string): Promise<LineFile> {
    await mkdir(path.dirname(file), { recursive: true });
    return new LineFile(await open(file, 'w'));
  }

  async add(text: string): Promise<void> {
    this.#waiting += text;
    if (this.#waiting.length >= ENOUGH) await this.#write();
  }

  /** To be called whatever happened; nothing more is written after a failure. */
  async close(isWhole: boolean): Promise<void> {
    try {
      if (isWhole) await this.#write();
    } finally {
      await this.#handle.close();
    }
  }

  async #write(): Promise<void> {
    await this.#handle.writeFile(this.#waiting);
    this.#waiting = '';
  }
}
