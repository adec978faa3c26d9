import type { LinkTable } from '../../src/core/references.ts';
import { collectSeenCodes, seenCodesIn } from '../../src/core/seen-codes.ts';
import type { LoadedDocument, LoadedRegisters, SourceText } from '../../src/load/content-fs.ts';
import { digestText, type RenderOrder } from '../../src/load/render-setting.ts';
import {
  type BodyAnswer,
  type BodyFacts,
  type BodyQuestion,
  type ExaminedDocument,
  examinedDocument,
  type SplitFacts,
  splitDocument,
} from './examine-document.ts';
import { ExaminerPool, threadsFor } from './examiner-pool.ts';
import type { FactsCache, KeptDocument, KeptDocuments } from './facts-cache-fs.ts';

/** Renders documents while they are examined. */
export interface Rendering {
  /** Told of all documents, before any is rendered, and of the agency codes that they show. Returns where their links lead. */
  begin(
    documents: readonly LoadedDocument[],
    registers: LoadedRegisters,
    seen: ReadonlySet<string>,
  ): Promise<LinkTable>;
  /** By what a document is to be rendered; undefined when it needn't be. Told what is known of it by now. */
  orderOf(
    document: LoadedDocument,
    known: { textDigest: string; seen: readonly string[] },
  ): RenderOrder | undefined;
  /** Takes what was rendered by that order. */
  take(
    document: LoadedDocument,
    order: RenderOrder,
    rendered: NonNullable<BodyAnswer['rendered']>,
  ): Promise<void>;
}

/** How documents are examined. */
export interface ExamineOptions {
  /** Where what was found before is kept; undefined examines everything. */
  cache?: FactsCache | undefined;
  /** Threads to examine in beside the own one; chosen by the number of documents when left out. */
  threads?: number | undefined;
  /** Other work that takes the processors: threads are started when it is over. */
  busy?: Promise<unknown> | undefined;
  /** Told how many of how many documents are examined. */
  onProgress?: ((done: number, all: number) => void) | undefined;
  /** Renders the documents, too, while they are at hand. */
  rendering?: Rendering | undefined;
}

/** A document on its way: its text, what was kept of it, what is known by now. */
interface Passing {
  text: SourceText;
  digest: string;
  split: SplitFacts;
  document: LoadedDocument;
  /** What the cache has of it. */
  kept: KeptDocument | undefined;
  /** The agency codes that what it cites is found by, those of them that texts show, and all as a key. */
  codes: readonly string[];
  seen: readonly string[];
  key: string;
}

/** What a document is asked for, and by what order it is rendered. */
interface Asked {
  passing: Passing;
  question: BodyQuestion;
}

/** Examines the documents of a content folder, but for what the cache knows, and finds what they cite. */
export async function examineDocuments(
  texts: readonly SourceText[],
  registers: LoadedRegisters,
  { cache, threads, busy, onProgress = () => {}, rendering }: ExamineOptions,
): Promise<ExaminedDocument[]> {
  const kept = (await cache?.read()) ?? new Map<string, KeptDocument>();
  const read = texts.map((text) => ({ text, digest: digestText(text) }));
  const fresh = read.filter(({ text, digest }) => kept.get(text.file)?.digest !== digest);
  const pool = new ExaminerPool(busy);
  try {
    pool.widen(threads ?? threadsFor(fresh.length));
    // Nobody waits for a thread but who asks for it.
    if (threads !== undefined) await pool.ready();
    const split = await splitTexts(read, kept, pool);
    const all = split.map(({ document }) => document);
    const seen = collectSeenCodes(
      split.map(({ document, split: { sights } }) => ({
        docNumber: document.data?.docNumber ?? null,
        sights,
      })),
    );
    const passing = withCodes(split, registers, seen);
    const links = await rendering?.begin(all, registers, seen);
    const asked = passing.flatMap((each) => questionsOf(each, rendering));
    // All may be known but how they render.
    pool.widen(threads ?? threadsFor(asked.length));
    if (links) pool.follow(links);
    const answers = await readBodies(asked, pool, {
      rendering,
      onProgress: (done) => onProgress(done, asked.length),
    });
    const found = passing.map((each) => keptOf(each, answers.get(each.text)));
    if (fresh.length > 0 || passing.length !== kept.size || found.some(({ isNew }) => isNew))
      await cache?.write(new Map(found.map(({ file, document }) => [file, document])));
    return found.flatMap(({ document: { facts, citations } }, index) => {
      const document = passing[index]?.document;
      return document ? [examinedDocument(document, facts, citations.found)] : [];
    });
  } finally {
    await pool.close();
  }
}

/** Splits the texts of which the cache doesn't know how they are split. */
async function splitTexts(
  read: readonly Pick<Passing, 'text' | 'digest'>[],
  kept: KeptDocuments,
  pool: ExaminerPool,
): Promise<Omit<Passing, 'codes' | 'seen' | 'key'>[]> {
  const known = read.map(({ text, digest }) => {
    const old = kept.get(text.file);
    return old?.digest === digest ? old : undefined;
  });
  const fresh = read.flatMap(({ text }, index) => (known[index] ? [] : [text]));
  const made = await pool.split(fresh);
  const found = new Map(fresh.map((text, index) => [text, made[index]]));
  return read.flatMap(({ text, digest }, index) => {
    const old = known[index];
    const split = old?.split ?? found.get(text);
    return split ? [{ text, digest, split, document: splitDocument(text, split), kept: old }] : [];
  });
}

/** Adds the codes that the site finds citations by: registered ones and seen ones. */
function withCodes(
  passing: readonly Omit<Passing, 'codes' | 'seen' | 'key'>[],
  { agencies }: LoadedRegisters,
  all: ReadonlySet<string>,
): Passing[] {
  const registered = agencies.entries.map(({ code }) => code);
  return passing.map((each) => {
    const seen = seenCodesIn(each.document.source.body, all);
    const codes = [...registered, ...seen];
    return { ...each, codes, seen, key: codes.join('\n') };
  });
}

/** What has to be found out of a document's body, if anything. */
function questionsOf(passing: Passing, rendering: Rendering | undefined): Asked[] {
  const { text, digest, document, kept, codes, seen, key } = passing;
  const render = rendering?.orderOf(document, { textDigest: digest, seen });
  const cite = kept?.citations.codes === key ? undefined : codes;
  if (kept && !cite && !render) return [];
  return [{ passing, question: { text, facts: kept === undefined, cite, render } }];
}

/** Reads bodies; what is rendered is handed on at once, for all pages together are large. */
async function readBodies(
  asked: readonly Asked[],
  pool: ExaminerPool,
  { rendering, onProgress }: { rendering: Rendering | undefined; onProgress: (done: number) => void },
): Promise<Map<SourceText, Omit<BodyAnswer, 'rendered'>>> {
  const answers = new Map<SourceText, Omit<BodyAnswer, 'rendered'>>();
  await pool.read(
    asked.map(({ question }) => question),
    async (index, { rendered, ...answer }) => {
      const { passing, question } = asked[index] ?? {};
      if (!passing || !question) return;
      answers.set(passing.text, answer);
      onProgress(answers.size);
      if (rendered && question.render) await rendering?.take(passing.document, question.render, rendered);
    },
  );
  return answers;
}

const NOTHING: BodyFacts = { body: { problems: [], pointers: [] }, findings: {} };

/** What is known of a document in the end, and whether some of it is new. */
function keptOf(
  { text: { file }, digest, split, kept, key }: Passing,
  answer: Omit<BodyAnswer, 'rendered'> | undefined,
): { file: string; document: KeptDocument; isNew: boolean } {
  const facts = kept?.facts ?? answer?.facts ?? NOTHING;
  const citations =
    answer?.citations || !kept ? { codes: key, found: answer?.citations ?? [] } : kept.citations;
  return {
    file,
    document: { digest, split, facts, citations },
    isNew: answer?.citations !== undefined,
  };
}
