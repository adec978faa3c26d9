import { collectSeenCodes, seenCodesIn } from '../../src/core/seen-codes.ts';
import type { LoadedRegisters, SourceText } from '../../src/load/content-fs.ts';
import { bodyOf, type DocumentFacts, type ExaminedDocument, examinedDocument } from './examine-document.ts';
import { type ExaminerPool, openPool, threadsFor } from './examiner-pool.ts';
import { digestOf, type FactsCache, type KeptDocument, type KeptDocuments } from './facts-cache-fs.ts';

/** How documents are examined. */
export interface ExamineOptions {
  /** Where what was found before is kept; undefined examines everything. */
  cache?: FactsCache | undefined;
  /** Threads to examine in; chosen by the number of documents when left out. */
  threads?: number | undefined;
  /** Told how many of how many documents are examined. */
  onProgress?: ((done: number, all: number) => void) | undefined;
}

/** A document on its way: its text, what was kept of it, what is known by now. */
interface Passing {
  text: SourceText;
  digest: string;
  facts: DocumentFacts;
  /** What the cache has of it. */
  kept: KeptDocument['citations'] | undefined;
}

/** Examines the documents of a content folder, but for what the cache knows, and finds what they cite. */
export async function examineDocuments(
  texts: readonly SourceText[],
  { agencies }: LoadedRegisters,
  { cache, threads, onProgress = () => {} }: ExamineOptions,
): Promise<ExaminedDocument[]> {
  const kept = (await cache?.read()) ?? new Map<string, KeptDocument>();
  const known = new Map(
    texts.flatMap((text) => {
      const old = kept.get(text.file);
      const digest = digestOf(text);
      return old?.digest === digest ? [[text, old] as const] : [];
    }),
  );
  const fresh = texts.filter((text) => !known.has(text));
  const pool = openPool(threads ?? threadsFor(fresh.length));
  try {
    const made = await pool.examine(fresh, (done) => onProgress(done, fresh.length));
    const found = new Map(
      fresh.flatMap((text, index) => (made[index] ? [[text, made[index]] as const] : [])),
    );
    const passing = texts.flatMap((text): Passing[] => {
      const old = known.get(text);
      const facts = old?.facts ?? found.get(text);
      const digest = old?.digest ?? digestOf(text);
      return facts ? [{ text, digest, facts, kept: old?.citations }] : [];
    });
    const registered = agencies.entries.map(({ code }) => code);
    const documents = await addCitations(passing, registered, pool);
    if (fresh.length > 0 || documents.size !== kept.size || isCitedAnew(documents, kept))
      await cache?.write(new Map([...documents].map(([{ file }, document]) => [file, document])));
    return [...documents].map(([text, { facts, citations }]) =>
      examinedDocument(text, facts, citations.found),
    );
  } finally {
    await pool.close();
  }
}

function isCitedAnew(documents: ReadonlyMap<SourceText, KeptDocument>, kept: KeptDocuments): boolean {
  return [...documents].some(([{ file }, { citations }]) => kept.get(file)?.citations !== citations);
}

/** Adds what each document cites, found by the codes that the site finds it by: registered ones and seen ones. */
async function addCitations(
  passing: readonly Passing[],
  registered: readonly string[],
  pool: ExaminerPool,
): Promise<Map<SourceText, KeptDocument>> {
  const bodies = passing.map(({ text, facts }) => bodyOf(text, facts));
  const seen = collectSeenCodes(
    passing.map(({ facts }, index) => ({
      docNumber: facts.data?.docNumber ?? null,
      text: bodies[index] ?? '',
    })),
  );
  const looked = passing.map((each, index) => {
    const codes = [...registered, ...seenCodesIn(bodies[index] ?? '', seen)];
    return { ...each, codes, key: codes.join('\n') };
  });
  const asked = looked.filter(({ kept, key }) => kept?.codes !== key);
  const answers = await pool.cite(asked);
  const found = new Map(asked.map(({ text }, index) => [text, answers[index] ?? []]));
  return new Map(
    looked.map(({ text, digest, facts, kept, key }) => {
      const fresh = found.get(text);
      return [text, { digest, facts, citations: fresh || !kept ? { codes: key, found: fresh ?? [] } : kept }];
    }),
  );
}
