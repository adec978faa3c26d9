import type { LintContext } from './rule.ts';

type Context = Pick<LintContext, 'documents' | 'unreadable' | 'strays' | 'contentFiles' | 'exceptions'>;

/** Registers of the content folder, of which an issue may be reported. */
const REGISTERS = ['agencies.yml', 'topics.yml', 'addresses.yml'];

/** All that an entry of exceptions.yml may name: files that the check reports on, and ids of documents. */
export function namesOf({ documents, unreadable, strays, contentFiles }: Context): ReadonlySet<string> {
  return new Set([
    ...documents.flatMap(({ source, id }) => [source.file, id]),
    ...unreadable.map(({ file }) => file),
    ...strays,
    ...contentFiles,
    ...REGISTERS,
  ]);
}
