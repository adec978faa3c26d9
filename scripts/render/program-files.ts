/** The parts of a compiled program on disk. */
import path from 'node:path';
import { COLLECTIONS } from '../../src/core/collections.ts';

/** What is noted of a compiled program, beside its code. */
export interface ProgramFile {
  /** Name of the module that begins it. */
  readonly entry: string;
  /** Style sheets of each page component, by Astro's key for it, as Astro orders them. */
  readonly styles: readonly (readonly [
    key: string,
    styles: readonly { sheet: unknown; depth: number; order: number }[],
  ])[];
  /** Scripts that integrations put on every page. */
  readonly scripts: readonly { readonly stage: string; readonly content: string }[];
}

/** Where the parts of the program in `dir` lie. */
export const programPaths = (dir: string) => ({
  /** Code that makes pages. */
  code: path.join(dir, 'code'),
  /** Files of the site that no library changes: style sheets, scripts, pictures, the help. */
  client: path.join(dir, 'client'),
  /** `ProgramFile` as JSON. */
  file: path.join(dir, 'program.json'),
});

/** The component that exports `digestsOfReads`: any would do, for a compiled program shows nothing but its components. */
export const READS_COMPONENT = 'src/pages/api/index.json.ts';

/** Whether a page component makes pages of the program itself: the help, whose pictures Astro makes with them. */
export const isProgramPage = (component: string): boolean => component.startsWith('src/pages/help/');

const INDEXED = new Set([
  'src/pages/api/documents.json.ts',
  ...COLLECTIONS.map((collection) => `src/pages/${collection}/[slug].astro`),
]);

/** Whether a page component makes what the index of the search is made of: the pages of documents, and their list. */
export const isIndexed = (component: string): boolean => INDEXED.has(component);
