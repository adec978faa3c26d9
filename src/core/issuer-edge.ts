/** Finds the issuer's name that ends before 令, 公告 or 第n号令. */
import { CENTRAL_ISSUERS, ISSUER_ENDING, LEADING_WORDS, NEVER_IN_CODE, TITLE_ENDINGS } from './edge-words.ts';
import { isHan, isSpace } from './glyphs.ts';
import { endsWithWord } from './left-edge.ts';

/** An issuer as canonical name, with the offset at which its print starts. */
export interface IssuerSpan {
  name: string;
  start: number;
}

const MAX_NAME = 40;
const MAX_JOINT = 12;
const STATE = '中华人民共和国';

/** Leading words that also stand inside issuers' names (研究…, 中央…, 国家…) do not cut there. */
const IN_NAMES: ReadonlySet<string> = new Set([
  '国家',
  '中央',
  '单位',
  '部门',
  '学校',
  '标准',
  '规划',
  '国务院',
  '政策',
  '法规',
  '宣传',
  '工作',
  '全国',
  '制度',
  '审批',
  '学习',
  '计划',
  '规范',
  '问题',
  '事项',
]);
const CUT_WORDS: ReadonlySet<string> = new Set(
  [...LEADING_WORDS, ...TITLE_ENDINGS].filter((word) => !IN_NAMES.has(word)),
);
const CENTRAL: readonly string[] = [...CENTRAL_ISSUERS].sort((a, b) => b.length - a.length);

function pieceStart(folded: string, end: number, floor: number): number {
  let start = end;
  while (start > floor && end - start < MAX_NAME) {
    if (isHan(folded.charAt(start - 1))) start--;
    else if (folded.charAt(start) === '届' && /[0-9]/.test(folded.charAt(start - 1))) start--;
    else if (/[0-9]/.test(folded.charAt(start - 1)) && /^[0-9]*届/.test(folded.slice(start, start + 3)))
      start--;
    else break;
  }
  return start;
}

/** How much of the left of a piece is no part of the issuer's name. */
function leadLength(piece: string, afterDigit: boolean): number {
  let cut = afterDigit && /^[年月日]/u.test(piece) ? 1 : 0;
  const date = /^(?:[〇零一二三四五六七八九十]+[年月日])+/u.exec(piece);
  cut = Math.max(cut, date?.[0].length ?? 0);
  for (let at = piece.length - 1; at > cut; at--) {
    // 第十二届: a session's ordinal is part of a congress's name.
    const ordinal =
      piece.charAt(at - 1) === '第' && /^第[0-9一二三四五六七八九十]+届/u.test(piece.slice(at - 1));
    if (!ordinal && (NEVER_IN_CODE.has(piece.charAt(at - 1)) || endsWithWord(piece, at, CUT_WORDS))) {
      cut = at;
      break;
    }
  }
  return cut;
}

/** 和, 自, 经, 原 … at the very left; 经济, 自治区, 原子能 are names. */
const WEAK_START =
  /^(?:[和自从至即见依经](?=国|中|[省市]|教|财|公|卫|交|农|商|文|水|民|司|人|海|环|工|住|建)|原(?!子)|经(?!济|贸)|日(?=中华))/u;

/** The ministry that ends the piece, with 国家 or the state's name before it. */
function centralTail(piece: string): string | undefined {
  const name = CENTRAL.find((issuer) => piece.endsWith(issuer));
  if (name === undefined) return undefined;
  const head = piece.slice(0, piece.length - name.length);
  const prefix = /(?:中华人民共和国|国家|中共中央)$/u.exec(head)?.[0] ?? '';
  return prefix + name;
}

/** Splits glued joint issuers (财政部国家税务总局) and drops what precedes a central one. */
function namesIn(piece: string): { names: string[]; length: number } {
  const tail = centralTail(piece);
  const state = piece.lastIndexOf(STATE);
  const from = tail ? piece.length - tail.length : state > 0 ? state : 0;
  if (from === 0) return { names: [piece], length: piece.length };
  const head = piece.slice(0, from);
  if (!ISSUER_ENDING.test(head)) return { names: [piece.slice(from)], length: piece.length - from };
  const left = namesIn(head);
  return { names: [...left.names, piece.slice(from)], length: left.length + piece.length - from };
}

interface Piece {
  names: string[];
  start: number;
  /** Nothing was cut from its left, so another issuer may stand before it. */
  whole: boolean;
}

function readPiece(folded: string, end: number, floor: number): Piece | undefined {
  const start = pieceStart(folded, end, floor);
  let piece = folded.slice(start, end);
  piece = piece.slice(leadLength(piece, start > 0 && /[0-9]/.test(folded.charAt(start - 1))));
  for (let weak = WEAK_START.exec(piece); weak; weak = WEAK_START.exec(piece))
    piece = piece.slice(weak[0].length);
  const joint = /^(.*[部局署会行院])[和与](.+)$/u.exec(piece);
  if (joint && ISSUER_ENDING.test(joint[1] ?? '') && ISSUER_ENDING.test(joint[2] ?? '')) {
    const left = namesIn(joint[1] ?? '');
    const right = joint[2] ?? '';
    const length = left.length + 1 + right.length;
    return { names: [...left.names, right], start: end - length, whole: end - length === start };
  }
  if (!ISSUER_ENDING.test(piece)) return undefined;
  const { names, length } = namesIn(piece);
  return { names, start: end - length, whole: end - length === start };
}

const JOINT_SEPARATOR = /(?:[ \n]{0,2}、[ \n]{0,2}|[ ]{1,3})$/;

/**
 * The issuer, or joint issuers, whose name ends at `end` and starts at or after `floor`; undefined where the words
 * before `end` name none (命令, 招标公告).
 */
export function findIssuer(folded: string, end: number, floor: number): IssuerSpan | undefined {
  let at = end;
  while (at > floor && end - at < 6 && isSpace(folded.charAt(at - 1))) at--;
  let piece = readPiece(folded, at, floor);
  if (!piece) return undefined;
  const names = [...piece.names];
  let start = piece.start;
  for (let count = 0; piece?.whole && count < MAX_JOINT; count++) {
    const separator = JOINT_SEPARATOR.exec(folded.slice(Math.max(floor, start - 5), start));
    piece = separator ? readPiece(folded, start - separator[0].length, floor) : undefined;
    if (!piece) break;
    names.unshift(...piece.names);
    start = piece.start;
  }
  const name = names.map((each) => each.replace(STATE, '')).join('、');
  return name === '' ? undefined : { name, start };
}
