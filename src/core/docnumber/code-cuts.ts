/** Where an agency code (机关代字) starts in a run of Han characters that ends with it. */

import { headStart, opensProvincialCode } from './code-head.ts';
import { CENTRAL, CUT_WORDS, endsWithWord, isProseBefore, NAMES, standsAlone } from './cut-words.ts';
import {
  AFTER_ECONOMIC,
  LATE_ENDING_FROM,
  LATE_TITLE_ENDINGS,
  NEEDS_REGION,
  NEVER_FIRST_LEADS,
  PROVINCE_HEADS,
  REGION_LEADS,
  RUN_OPENERS,
  WEAK_LEADS,
} from './edge-words.ts';
import { isIssuerCut } from './issuer-cut.ts';

const OPENERS: ReadonlySet<string> = new Set(RUN_OPENERS);
const LATE_WORDS: ReadonlySet<string> = new Set(LATE_TITLE_ENDINGS);

/** Does a word, an issuer or a title end at `at`, so that a code may start there? */
export function isStrongCut(run: string, at: number): boolean {
  // 发改 opens codes (发改价格), so 印制发改价格 is not cut behind 制发.
  if (run.startsWith('发改', at - 1)) return false;
  if (isProseBefore(run, at) || endsWithWord(run, at, CUT_WORDS)) return true;
  if (OPENERS.has(run.slice(0, at))) return true;
  return isIssuerCut(run, at) || (at >= LATE_ENDING_FROM && endsWithWord(run, at, LATE_WORDS));
}

/** What stands before a run: an opening bracket, the start of a line, or something else. */
export type Opening = 'bracket' | 'line' | 'text';

/** 和, 自, 将 …: cut at the left end of what is left, unless they open a code of their own (和政发, 自然资发). */
function isWeakCut(run: string, at: number, opening: Opening): boolean {
  const lead = run.charAt(at - 1);
  // What a line end or a space leaves of 印发 and 转发.
  if (lead === '发') return opensProvincialCode(run.slice(at));
  if (!WEAK_LEADS.has(lead) || NAMES.has(run.slice(at - 1, at + 1))) return false;
  const code = run.slice(at);
  if (code.charAt(0) === lead) return true;
  if (PROVINCE_HEADS.has(code.charAt(0))) return true;
  if (NEEDS_REGION.has(code.charAt(0)) || lead === '同') return false;
  if (CENTRAL.has(code)) return true;
  if (lead === '经') return !AFTER_ECONOMIC.has(code.charAt(0));
  if (opening === 'bracket') return !REGION_LEADS.has(lead);
  return opening !== 'line' || !NEVER_FIRST_LEADS.has(lead);
}

/**
 * 来源|自然资发, not 来|源自|然资发, and 突出|台教发, not 突|出台|教发: where two words share a character, the first
 * takes it when a weak lead is shared, or when the first opens the run or follows another cut.
 */
function beforeShared(run: string, at: number): number {
  const last = run.charAt(at - 1);
  if (isProseBefore(run, at) || !standsAlone(run.slice(at - 1))) return at;
  if (WEAK_LEADS.has(last) && (endsWithWord(run, at - 1, CUT_WORDS) || isProseBefore(run, at - 1)))
    return at - 1;
  const first = run.slice(Math.max(0, at - 3), at - 1);
  const opens = at <= 3 || isStrongCut(run, at - 3);
  return opens && CUT_WORDS.has(first) && endsWithWord(run, at, CUT_WORDS) ? at - 1 : at;
}

/**
 * Offset in a run of Han characters at which the code starts. The last strong cut that leaves a code is taken, then
 * weak leads at its left; where no list helps, a head that can only open a code. After an opening bracket, and for
 * some words at a line start, a conjunction is unlikely.
 */
export function cutRun(run: string, opening: Opening): number {
  let start = 0;
  for (let at = run.length - 1; at > 0; at--) {
    if (isStrongCut(run, at) && standsAlone(run.slice(at))) {
      start = beforeShared(run, at);
      break;
    }
  }
  while (start + 1 < run.length) {
    const rest = run.slice(start);
    if (!isWeakCut(rest, 1, start === 0 ? opening : 'text') || !standsAlone(rest.slice(1))) break;
    start++;
  }
  return headStart(run, start);
}
