import type { ReadDocument } from './literal-search.ts';
import { makesSeam } from './text-pieces.ts';

/** Two lines, the one below the other, of a document. */
export interface Neighbours {
  readonly document: ReadDocument;
  readonly lines: readonly [string, string];
}

/** Each line of a document with the next. */
export function neighboursOf(document: ReadDocument): Neighbours[] {
  return document.lines.slice(1).map((next, at) => ({ document, lines: [document.lines[at] ?? '', next] }));
}

/** Where queries are taken from. */
export class QuerySource {
  /** Documents that have a text. */
  readonly documents: readonly ReadDocument[];
  readonly #lines = new Map<string, readonly string[]>();
  #seams: readonly Neighbours[] | undefined;

  constructor(documents: readonly ReadDocument[]) {
    this.documents = documents.filter(({ lines }) => lines.length > 0);
  }

  /** Every line that the pattern matches. */
  linesWith(pattern: RegExp): readonly string[] {
    const known = this.#lines.get(pattern.source);
    if (known) return known;
    const lines = this.documents.flatMap((document) => document.lines.filter((line) => pattern.test(line)));
    this.#lines.set(pattern.source, lines);
    return lines;
  }

  /** All neighbours that share a character where they meet. */
  get seams(): readonly Neighbours[] {
    this.#seams ??= this.documents.flatMap((document) =>
      neighboursOf(document).filter(({ lines }) => makesSeam(...lines)),
    );
    return this.#seams;
  }
}
