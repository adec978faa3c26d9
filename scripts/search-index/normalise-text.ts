/**
 * Normalises long texts: as src/search/normalise.ts does, whose rules it takes, in half the time. A browser, which
 * normalises a query and an excerpt, does without it.
 */
import { CLUSTER, foldCluster } from '../../src/search/normalise.ts';

const PLAIN_HAN = /^[\u4E00-\u9FFF]$/;
/** UTF-16 units that may be part of a cluster of several: the marks in CLUSTER, and halves of a pair. */
const JOINED = /[\p{M}\uFF9E\uFF9F\u1160-\u11FF\u314F-\u3163\uFFC2-\uFFDC\p{Cs}]/u;

const HAN = 1;
const SINGLE = 2;
const PART = 3;
const UNITS = 0x10000;
/** What each UTF-16 unit is; 0 for those that were never met. */
const kinds = new Uint8Array(UNITS);
/** Normalised forms of those that are a cluster alone, by unit. */
const singles = new Map<number, string>();

/** What stands at an offset; behind the end, what joins nothing. */
function kindAt(text: string, at: number): number {
  if (at >= text.length) return HAN;
  const unit = text.charCodeAt(at);
  const known = kinds[unit] ?? 0;
  if (known !== 0) return known;
  const character = text.charAt(at);
  const kind = PLAIN_HAN.test(character) ? HAN : JOINED.test(character) ? PART : SINGLE;
  kinds[unit] = kind;
  return kind;
}

function foldSingle(text: string, at: number): string {
  const unit = text.charCodeAt(at);
  const known = singles.get(unit);
  if (known !== undefined) return known;
  const folded = foldCluster(text.charAt(at));
  singles.set(unit, folded);
  return folded;
}

const cluster = new RegExp(CLUSTER);

function clusterAt(text: string, at: number): string {
  cluster.lastIndex = at;
  return cluster.exec(text)?.[0] ?? '';
}

/** Normalised form of `text`; empty when nothing visible is in it. */
export function normaliseText(text: string): string {
  let result = '';
  // Plain Han characters, of which a text mostly consists, are taken many at a time.
  let taken = 0;
  let kind = kindAt(text, 0);
  for (let at = 0; at < text.length; kind = kindAt(text, at)) {
    const next = kindAt(text, at + 1);
    if (next !== PART && kind === HAN) {
      at += 1;
      continue;
    }
    const isSingle = next !== PART && kind === SINGLE;
    const whole = isSingle ? 1 : clusterAt(text, at).length;
    const folded = isSingle ? foldSingle(text, at) : foldCluster(text.slice(at, at + whole));
    result += text.slice(taken, at) + folded;
    at += whole;
    taken = at;
  }
  return taken === 0 ? text : result + text.slice(taken);
}
