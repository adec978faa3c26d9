import type { Loader } from 'astro/loaders';
import type { Collection } from '../core/collections.ts';
import { STORE_VARIABLE } from './stored-documents-fs.ts';

/** A document that must not be published reached the loader; `npm run check` explains such documents at length. */
export class InvalidDocumentError extends Error {
  override readonly name = 'InvalidDocumentError';
}

/**
 * Astro loader of one collection of documents: MDX in syntax, data in nature. Each document is parsed and rendered
 * once, over the shared pipeline (`followDocuments`); nothing of it is compiled or run. `dir` is the content folder.
 * A build leaves drafts out; in dev, where an editor looks at what he writes, they are there.
 * @throws InvalidDocumentError in a build, naming every invalid document; in dev they are logged and left out.
 */
export function documentLoader(collection: Collection, dir: string): Loader {
  return {
    name: `documents-${collection}`,
    load: async (context) => {
      const { store, logger, watcher } = context;
      // The program that a build compiles takes its documents from there, and all that reads a library is half of what
      // Astro would load for it.
      if (process.env[STORE_VARIABLE]) return store.clear();
      const { followDocuments } = await import('./follow-documents.ts');
      const invalid = await followDocuments(collection, dir, context);
      if (invalid.length > 0 && !watcher) throw new InvalidDocumentError(invalid.join('\n'));
      for (const problem of invalid) logger.error(problem);
    },
  };
}
