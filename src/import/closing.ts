import { dateAtEnd, isMonthLine } from './dates.ts';
import type { SourceLine } from './manuscript.ts';
import { isOfficeName, isSignedByPerson, officeNames, plainName } from './office-names.ts';

/** The end of a document's own text, before any attachment: who signed it, and when (GB/T 9704-2012 §7.3.5). */
export interface Closing {
  /** Names of the offices that sign, as printed but without seals and letter spaces. */
  signers: string[];
  /** The lines in which they stand. */
  signed: SourceLine[];
  /** A person who signs: 区长　某某. */
  person?: SourceLine;
  /** The line with the date, and the date as it is written in it. */
  date?: { line: SourceLine; raw: string };
  /** The line that gives a year and a month only. */
  month?: SourceLine;
}

/** A joint document bears several signatures, but no more than this. */
const MOST_SIGNERS = 20;
/** A date without a signature counts on so many of the last lines, notes such as （此件公开发布） left out. */
const LAST_LINES = 4;
/** What may follow a signature: a note, an attachment, 抄送, a new part. */
const FOLLOWS =
  /^(?:[（(【].{0,40}[）)】]$|附件|附[:：\d一二三]|附\s*录|抄送|主题词|印发|联系人|分送|主送|报送|送[:：])/;
const IMPRINT =
  /^(?:抄送|抄报|主题词|分送|报送|发[:：]|送[:：])|印发$|^[（(【].{0,40}[）)】]$|共印\s*\d+\s*份|校对/;

/** Finds the signature of a document among its lines; attachments behind it may be signed by others. */
export function readClosing(lines: readonly SourceLine[]): Closing {
  const start = lines.findIndex(({ text }) => /[。；：:]/.test(text));
  const dates = lines.flatMap(({ text }, index) => {
    if (start < 0 || index <= start) return [];
    const found = datedSignature(text);
    return found ? [{ index, ...found }] : [];
  });
  const signed = dates.find(({ index, before }) => {
    const { signers, person } = signersAbove(lines, index);
    return before !== '' || ((signers.length > 0 || person !== undefined) && endsHere(lines, index));
  });
  const end = lastText(lines);
  const chosen = signed ?? dates.findLast(({ index }) => index > end - LAST_LINES && !runsOn(lines, index));
  if (!chosen) return closingWithoutDate(lines, end);
  const line = lines[chosen.index];
  if (!line) return { signers: [], signed: [] };
  const date = { line, raw: chosen.raw };
  if (chosen.before !== '') return { signers: officeNames(chosen.before), signed: [line], date };
  return { ...signersAbove(lines, chosen.index), date };
}

/** A line that is a date, or a name and a date. */
function datedSignature(text: string): { before: string; raw: string } | undefined {
  if (text.length > 80) return undefined;
  const found = dateAtEnd(text.replace(/\s*[（(]\s*(?:盖章|公章|印章|印|章)\s*[）)]\s*$/, ''));
  return found && (found.before === '' || officeNames(found.before).length > 0) ? found : undefined;
}

/** The names directly above a date: any one line that can be a name, and more that are names of offices. */
function signersAbove(lines: readonly SourceLine[], date: number): Omit<Closing, 'date'> {
  const signed: SourceLine[] = [];
  const signers: string[] = [];
  let person: SourceLine | undefined;
  for (let at = date - 1; at >= 0 && date - at <= MOST_SIGNERS; at--) {
    const line = lines[at];
    // A picture between a name and its date is the seal.
    if (line?.solid?.kind === 'picture' && line.text === '') continue;
    if (!line || line.solid || line.marker !== undefined) break;
    if (isSignedByPerson(line.text)) {
      person ??= line;
      continue;
    }
    const names = officeNames(line.text);
    const only = signed.length === 0 && names.length === 0 && !person ? plainName(line.text) : undefined;
    if (names.length === 0 && only === undefined) break;
    signed.unshift(line);
    signers.unshift(...(only === undefined ? names : [only]));
    if (only !== undefined) {
      joinBrokenName(lines, at, signers, signed);
      break;
    }
  }
  return { signers, signed, ...(person ? { person } : {}) };
}

/** A long name that is printed in two lines: 云岭区某某村 / 调查专家组. */
function joinBrokenName(
  lines: readonly SourceLine[],
  at: number,
  signers: string[],
  signed: SourceLine[],
): void {
  const above = lines[at - 1];
  const name = above && plainName(above.text);
  const whole = `${name ?? ''}${signers[0] ?? ''}`;
  if (!above || !name || above.text.length < 6 || isOfficeName(signers[0] ?? '') || !isOfficeName(whole))
    return;
  signers[0] = whole;
  signed.unshift(above);
}

/** True where the text ends with the date, or what follows can follow a signature. */
function endsHere(lines: readonly SourceLine[], date: number): boolean {
  const next = lines[date + 1];
  if (!next || FOLLOWS.test(next.text.trim()) || next.solid) return true;
  // The title of what is attached or issued with it: a short line without a stop.
  return next.text.length <= 60 && !/[。；，：:]$/.test(next.text) && date > 0;
}

/** True where a sentence goes on below a date: then the date is a part of it. */
function runsOn(lines: readonly SourceLine[], date: number): boolean {
  const next = lines[date + 1]?.text.trim() ?? '';
  return /[，。；]/.test(next) && !FOLLOWS.test(next) && !IMPRINT.test(next);
}

/** Index of the last line that is no note, no 版记. */
function lastText(lines: readonly SourceLine[]): number {
  return lines.findLastIndex(({ text, solid }) => !solid && !IMPRINT.test(text.trim()));
}

function closingWithoutDate(lines: readonly SourceLine[], end: number): Closing {
  const month = lines.slice(Math.max(0, end - 2), end + 1).findLast(({ text }) => isMonthLine(text));
  if (month) return { ...signersAbove(lines, lines.indexOf(month)), month };
  const last = lines[end];
  const names = last && end > 1 ? officeNames(last.text) : [];
  return { signers: last && names.length > 0 ? names : [], signed: last && names.length > 0 ? [last] : [] };
}
