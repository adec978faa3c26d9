import { hadBegun, isDay, type Moment, nextDay, onDay } from './moments.ts';
import { isDead, type Status } from './status.ts';

/** What another document does to the force of this one. */
export interface Deed {
  kind: 'repeals' | 'amends';
  /** Id of the document that does it. */
  by: string;
  /** From when; undefined when no source tells. */
  at: Moment | undefined;
}

/** All that decides whether a document is in force on a day. Days are ISO days. */
export interface Life {
  /** As its own frontmatter says. */
  status: Status;
  statusSince: string | null;
  issuedOn: string | null;
  /** Day from which it is in force (施行日期). */
  effectiveOn?: string | null | undefined;
  /** Last day on which it is in force (有效期至). */
  expiresOn?: string | null | undefined;
  deeds: readonly Deed[];
}

/** What a standing rests on: the document's own entry, another document, its day of issue, effect or expiry. */
export type Ground = 'stated' | 'relation' | 'issued' | 'effective' | 'expired';

/** The status of a document on a day. */
export interface Standing {
  /** 未核实 with certainty `unclear` means that it can't be told for that day. */
  status: Status;
  /** From when it holds, if known. */
  since: Moment | undefined;
  ground: Ground | null;
  /** Id of the document that brought it about, where `ground` is `relation`. */
  by: string | null;
  /** `year` when it follows only from the year of a document number, which may differ from that of its date. */
  certainty: 'certain' | 'year' | 'unclear';
}

interface Change extends Pick<Standing, 'status' | 'by'> {
  at: Moment | undefined;
  ground: Ground;
}

/**
 * The status of a document on a day; `day` is `today` itself or a moment before it, such as that of a citation.
 * What is known to have ended without a day is ended today, and for an earlier day nothing is said of it.
 */
export function statusOn(life: Life, day: Moment, today: string): Standing {
  const isToday = isDay(day) && day.first === today;
  const begun = ({ at }: Change): 'yes' | 'no' | 'unclear' => {
    const answer = hadBegun(at, day);
    return isToday && answer === 'unclear' ? 'yes' : answer;
  };
  const ends = endings(life);
  const ended = earliest(ends.filter((end) => begun(end) === 'yes'));
  if (ended) return standing(ended, day);
  if (ends.some((end) => begun(end) === 'unclear')) return UNCLEAR;
  return notYet(life, day) ?? reserved(life, begun, day) ?? inForce(life, day, today, ends);
}

const UNCLEAR: Standing = {
  ...{ status: '未核实', since: undefined, ground: null, by: null },
  certainty: 'unclear',
};

function standing({ status, at, ground, by }: Change, day: Moment): Standing {
  const certainty = isDay(day) && (!at || isDay(at)) ? 'certain' : 'year';
  return { status, since: at, ground, by, certainty };
}

/** Everything that ends the document's force. A day that the document's own entry gives stands for that of its repeal. */
function endings({ status, statusSince, expiresOn, deeds }: Life): Change[] {
  const repeals = deeds.flatMap((deed) => (deed.kind === 'repeals' ? change('废止', deed) : []));
  const expiry: Change[] = expiresOn
    ? [{ status: '失效', at: onDay(nextDay(expiresOn)), ground: 'expired', by: null }]
    : [];
  if (!isDead(status)) return [...repeals, ...expiry];
  const same = status === '废止' ? repeals : expiry;
  if (!statusSince && same.some(({ at }) => at)) return [...repeals, ...expiry];
  const stated: Change = {
    ...own(status, statusSince),
    by: same.length === 1 ? (same[0]?.by ?? null) : null,
  };
  return status === '废止' ? [stated, ...expiry] : [stated, ...repeals];
}

function change(status: Status, { by, at }: Deed): Change {
  return { status, at, ground: 'relation', by };
}

function own(status: Status, since: string | null): Change {
  return { status, at: since ? onDay(since) : undefined, ground: 'stated', by: null };
}

/** The change known to come first; one without a day comes last. */
function earliest(changes: readonly Change[]): Change | undefined {
  const day = ({ at }: Change): string => at?.last ?? '9999-12-31';
  return [...changes].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0))[0];
}

function notYet({ status, effectiveOn, issuedOn }: Life, day: Moment): Standing | undefined {
  const waiting = { status: '尚未生效', since: undefined, by: null } as const;
  const certainty = isDay(day) ? 'certain' : 'year';
  if (issuedOn && hadBegun(onDay(issuedOn), day) === 'no') return { ...waiting, ground: 'issued', certainty };
  if (!effectiveOn) return status === '尚未生效' ? { ...waiting, ground: 'stated', certainty } : undefined;
  const begun = hadBegun(onDay(effectiveOn), day);
  if (begun === 'unclear') return UNCLEAR;
  return begun === 'no' ? { ...waiting, ground: 'effective', certainty } : undefined;
}

/** 部分失效 or 已修改, the former being the graver. On an unclear day it is told as such: in force it is in any case. */
function reserved(
  { status, statusSince, deeds }: Life,
  begun: (change: Change) => 'yes' | 'no' | 'unclear',
  day: Moment,
): Standing | undefined {
  const amendments = deeds.flatMap((deed) => (deed.kind === 'amends' ? change('已修改', deed) : []));
  const dated = amendments.some(({ at }) => at);
  const isStated = status === '部分失效' || (status === '已修改' && (statusSince !== null || !dated));
  const changes = isStated ? [own(status, statusSince), ...amendments] : amendments;
  const reached = changes.filter((each) => begun(each) === 'yes');
  const gravest = earliest(reached.filter((each) => each.status === '部分失效')) ?? earliest(reached);
  if (gravest) return standing(gravest, day);
  const unclear = changes.find((each) => begun(each) === 'unclear');
  return unclear && { ...standing(unclear, day), certainty: 'unclear' };
}

/** What holds when nothing has ended or changed the document by that day. */
function inForce(life: Life, day: Moment, today: string, ends: readonly Change[]): Standing {
  const { status, statusSince, effectiveOn } = life;
  const certainty = isDay(day) ? 'certain' : 'year';
  const since = effectiveOn ? onDay(effectiveOn) : undefined;
  const valid: Standing = { status: '现行有效', since, ground: 'stated', by: null, certainty };
  if (status === '尚未生效') return { ...valid, ground: 'effective' };
  if (status === '现行有效') {
    if (!statusSince || hadBegun(onDay(statusSince), day) === 'yes') {
      return { ...valid, since: statusSince ? onDay(statusSince) : since };
    }
    return effectiveOn ? { ...valid, ground: 'effective' } : UNCLEAR;
  }
  if (status !== '未核实') return valid;
  // What has been repealed, amended or has lapsed since was in force until then.
  const amended = life.deeds.flatMap((deed) => (deed.kind === 'amends' ? change('已修改', deed) : []));
  const proof = earliest([...ends, ...amended].filter(({ at }) => hadBegun(at, onDay(today)) === 'yes'));
  if (!proof) return { status: '未核实', since: undefined, ground: null, by: null, certainty };
  return { ...valid, ground: proof.ground, by: proof.by, certainty: standing(proof, day).certainty };
}
