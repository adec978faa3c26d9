/** The last resort for the left edge: a provincial or national head behind words that no list knows. */
import { CENTRAL, lacksHead } from './cut-words.ts';
import { PROVINCE_HEADS } from './edge-words.ts';

/** Codes longer than this are rare enough to look for a shorter one inside. */
const USUAL_CODE = 9;
/** Codes of the Party's centre, which a place of one character may precede (市中发). */
const PARTY_CODES: ReadonlySet<string> = new Set(['中发', '中办发']);
/** City and district make three characters before a department (深龙华教发); more is prose. */
const PROSE_FROM = 4;
/** National codes that end no longer one: whatever stands before them is prose. */
const NATIONAL_CODES: ReadonlySet<string> = new Set([
  '国发',
  '国函',
  '国办发',
  '国办函',
  '国办发明电',
  '国发明电',
]);

/** Characters of departments: where one stands before a head, that head is inside a code (穗教中教字). */
export const DEPARTMENTS =
  /[教财税政府委发改科卫农林建环经工信商民司法公交文体旅人社国土规水审统安应急市监质资区县州基师综督]/u;

/** 鲁教基字, 苏政办发: a province's or the state's head, a department, an ending. */
export function opensProvincialCode(code: string): boolean {
  return (
    code.length > 2 &&
    PROVINCE_HEADS.has(code.charAt(0)) &&
    !code.startsWith('市监') &&
    /[发字函办]$/u.test(code) &&
    !lacksHead(code.slice(1))
  );
}

/** Can these words not belong to the code behind them? A place has one or two characters here, a code departments. */
function isForeignTo(words: string): boolean {
  return words.length > 1 && !DEPARTMENTS.test(words);
}

/**
 * Where the lists know nothing of the words before a code, a provincial or national head with a department and a
 * sure ending behind it is taken: 兹奉上峰训令鲁教基字 gives 鲁教基字. Otherwise
 * the code starts at `start`, as the lists have it.
 */
export function headStart(run: string, start: number): number {
  for (let at = run.length - 2; at > start; at--) {
    const code = run.slice(at);
    if (NATIONAL_CODES.has(code)) return at;
    if (code.length > USUAL_CODE) break;
    if (opensProvincialCode(code) && isForeignTo(run.slice(start, at))) return at;
    const words = run.slice(start, at);
    if (isForeignTo(words) && PARTY_CODES.has(code)) return at;
    if (
      words.length >= PROSE_FROM &&
      // Two characters, because the last may be a department's that is not on the list (云岭教综教发).
      !DEPARTMENTS.test(words.slice(-2)) &&
      CENTRAL.has(code) &&
      !CENTRAL.has(run.slice(at - 1))
    )
      return at;
  }
  return start;
}
