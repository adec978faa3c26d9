import { isDay, issueMoment, type Moment, nextDay, onDay } from './moments.ts';
import { latestDay, provenDay } from './reached-day.ts';
import { type RelatedDocument, resolvedRelations } from './relations.ts';
import type { Status } from './status.ts';
import { type Deed, type Life, type Standing, statusOn } from './status-on.ts';
import type { StatusPeriod } from './status-periods.ts';

/** The day as of which a site tells what is in force. */
export interface AsOf {
  /** ISO day; empty for a library that holds no date at all. */
  day: string;
  /** True when the day was chosen for the build; else it is the newest of the library's own dates. */
  given: boolean;
}

/** A document as far as its status goes; the status is that of its own frontmatter. */
export interface LivingDocument extends RelatedDocument, Omit<Life, 'deeds'> {
  publishedOn: string | null;
}

/** A document's life and its status as the site shows it. */
export interface DocumentLife extends Life {
  /**
   * ISO day as of which `standing` is told: the site's, or a later one that an entry proves to have come, where the
   * site's was not chosen.
   */
  day: string;
  standing: Standing;
  /** The standings to come, should a page be read on a later day than that; more than one is rare. */
  periods: readonly (Omit<StatusPeriod, 'status'> & { standing: Standing })[];
}

/**
 * The day as of which a library is told: the given one, else the newest on which a document of it was issued or
 * published. Of one without a day the first of its number's year counts: it is held, so that year had begun.
 */
export function asOfDay(
  documents: readonly Pick<LivingDocument, 'issuedOn' | 'publishedOn' | 'docNumber'>[],
  given?: string | undefined,
): AsOf {
  if (given !== undefined) return { day: given, given: true };
  const days = documents.flatMap((document) => [
    issueMoment(document)?.first ?? '',
    document.publishedOn ?? '',
  ]);
  return { day: days.reduce((newest, day) => (day > newest ? day : newest), ''), given: false };
}

/** The life of every document by its id: its own dates, what others do to it, and its status as of a day. */
export function documentLives(documents: readonly LivingDocument[], asOf: AsOf): Map<string, DocumentLife> {
  const deeds = deedsOn(documents);
  const lives = new Map(
    documents.map((document) => [document.id, bareLife(document, deeds.get(document.id) ?? [])]),
  );
  const proven = asOf.given ? new Map<string, string>() : provenDays(lives);
  return new Map([...lives].map(([id, life]) => [id, lifeOn(life, latestDay([asOf.day, proven.get(id)]))]));
}

/** What others do to each document, by its id. */
function deedsOn(documents: readonly LivingDocument[]): Map<string, Deed[]> {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const deeds = new Map<string, Deed[]>();
  for (const { kind, from, to } of resolvedRelations(documents)) {
    const doer = byId.get(from);
    if (to === null || to === from || !doer || (kind !== 'repeals' && kind !== 'amends')) continue;
    if (doer.status === '尚未生效' && !doer.effectiveOn) continue;
    const deed: Deed = { kind, by: from, at: momentOfEffect(doer) };
    const others = deeds.get(to);
    if (others) others.push(deed);
    else deeds.set(to, [deed]);
  }
  return deeds;
}

/**
 * The day that entries prove to have come, by document: its own and those of all that it repeals or amends or is
 * repealed or amended by, lest of two that belong together one be told of a day that the other has left behind. An
 * editor records what holds: without a day chosen for the build, an entry is not taken for one of the future.
 */
function provenDays(lives: ReadonlyMap<string, Life>): Map<string, string> {
  const own = new Map([...lives].map(([id, life]) => [id, provenDay(life)]));
  const days = new Map(own);
  const lift = (id: string, by: string): void => {
    days.set(id, latestDay([days.get(id), own.get(by)]));
  };
  for (const [id, { deeds }] of lives) {
    for (const { by } of deeds) {
      lift(id, by);
      lift(by, id);
    }
  }
  return days;
}

/** From when a document does what it says of others: its day of effect, of issue, of its entry, else its number's year. */
export function momentOfEffect(
  document: Pick<LivingDocument, 'effectiveOn' | 'issuedOn' | 'status' | 'statusSince' | 'docNumber'>,
): Moment | undefined {
  const { effectiveOn, issuedOn, status, statusSince } = document;
  const day = effectiveOn ?? issuedOn ?? (status === '现行有效' ? statusSince : null);
  return day ? onDay(day) : issueMoment(document);
}

function bareLife(document: LivingDocument, deeds: readonly Deed[]): Life {
  const { status, statusSince, issuedOn, effectiveOn, expiresOn } = document;
  return { status, statusSince, issuedOn, effectiveOn, expiresOn, deeds };
}

function lifeOn(life: Life, day: string): DocumentLife {
  const periods = periodsOf(life, day);
  return { ...life, day, periods, standing: periods[0]?.standing ?? statusOn(life, onDay(day), day) };
}

/** The days on which a document's status may become another, in order, each once. */
export function changeDays({ issuedOn, statusSince, effectiveOn, expiresOn, deeds }: Life): string[] {
  const days = [
    ...deeds.flatMap(({ at }) => (at && isDay(at) ? at.first : [])),
    ...[issuedOn, statusSince, effectiveOn, expiresOn && nextDay(expiresOn)].flatMap(
      (change) => change ?? [],
    ),
  ];
  return [...new Set(days)].sort();
}

/** The standings from a day on, each from when its status is another. */
function periodsOf(life: Life, day: string): DocumentLife['periods'] {
  const days = changeDays(life).filter((change) => change > day);
  const all = [null, ...days].map((from) => {
    const today = from ?? day;
    return { from, standing: statusOn(life, onDay(today), today) };
  });
  return all.filter(({ standing }, index) => standing.status !== all[index - 1]?.standing.status);
}

/** What a settled document says of its status; a status without a day and a year holds from an unknown one. */
export interface SettledStatus {
  status: Status;
  statusSince: string | null;
  /** Year from which it holds, where that is known only from a document number. */
  statusYear?: number | undefined;
  /** Present when a reader of a later day may have to be told another status. */
  statusPeriods?: readonly StatusPeriod[] | undefined;
}

/** The documents with the status that holds as of a day, whoever says it, in the place of their own entry. */
export function settleStatuses<Document extends LivingDocument>(
  documents: readonly Document[],
  lives: ReadonlyMap<string, DocumentLife>,
): (Document & SettledStatus)[] {
  return documents.map((document) => {
    const life = lives.get(document.id);
    return life ? { ...document, ...settledStatus(life) } : document;
  });
}

function settledStatus({ standing, periods }: DocumentLife): SettledStatus {
  const { status, since } = standing;
  const settled: SettledStatus = { status, statusSince: since && isDay(since) ? since.first : null };
  if (since && !isDay(since)) settled.statusYear = Number(since.first.slice(0, 4));
  if (periods.length > 1) {
    settled.statusPeriods = periods.map(({ from, standing: then }) => ({ from, status: then.status }));
  }
  return settled;
}
