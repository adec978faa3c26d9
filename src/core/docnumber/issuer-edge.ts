/** Finds the issuer's name that ends before 令, 公告 or 第n号令. */
import { endsWithWord } from './cut-words.ts';
import { CENTRAL_ISSUERS, ISSUER_ENDING, LEADING_WORDS, NEVER_IN_CODE, TITLE_ENDINGS } from './edge-words.ts';
import { isHan, isSpace } from './glyphs.ts';
import { isAfterDigit } from './left-edge.ts';

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
    const char = piece.charAt(at - 1);
    // 第十二届 is part of a congress's name, 对外 and 民用 of others'; 与 and 及 may join two issuers.
    const inName =
      (char === '第' && /^第[0-9一二三四五六七八九十]+届/u.test(piece.slice(at - 1))) ||
      (char === '对' && piece.charAt(at) === '外') ||
      (char === '用' && piece.charAt(at - 2) === '民') ||
      (/[与及]/u.test(char) && ISSUER_ENDING.test(piece.slice(0, at - 1)));
    if (!inName && (NEVER_IN_CODE.has(char) || endsWithWord(piece, at, CUT_WORDS))) {
      cut = at;
      break;
    }
  }
  return cut;
}

/** 和, 自, 经, 原 … at the very left; 自治区, 和平区, 从化市, 经济委员会, 原子能 are names. */
const WEAK_START =
  /^(?:和(?![平田县静顺硕龙]|政县|林格|布克)|自(?![治贡然])|从(?!化|江)|依(?![安兰])|即(?!墨)|至|见|原(?!子|州|平|阳)|经(?!济|贸|信)|日(?=中华))(?=[一-龥])/u;

/** The ministry that ends the piece, with 国家 or the state's name before it. */
function centralTail(piece: string): string | undefined {
  const name = CENTRAL.find((issuer) => piece.endsWith(issuer));
  if (name === undefined) return undefined;
  const head = piece.slice(0, piece.length - name.length);
  const prefix = /(?:中华人民共和国|国家|中国|中共中央)$/u.exec(head)?.[0] ?? '';
  return prefix + name;
}

/** Where one organ's name ends and the next one's begins: 财政部国家税务总局, 民政部和中国残联. */
const NAME_BOUNDARY =
  /[部署局行院会][和与及](?=[一-龥]{2})|(?:部|银行|总局|总署|委员会|法院|检察院|国务院)(?=国家|中国|中华|中央|最高)/gu;

/** Offset in a piece at which its last issuer's name starts. */
function lastNameStart(piece: string): number {
  const tail = centralTail(piece);
  if (tail !== undefined) return piece.length - tail.length;
  let start = Math.max(0, piece.lastIndexOf(STATE));
  for (const boundary of piece.matchAll(NAME_BOUNDARY)) {
    start = Math.max(start, boundary.index + boundary[0].length);
  }
  return start;
}

/** The issuers in a piece, left to right, with the offset of the first; what precedes them is no issuer. */
function namesIn(piece: string): { names: string[]; from: number } {
  const from = lastNameStart(piece);
  const name = piece.slice(from);
  const head = piece.slice(0, from).replace(/[和与及]$/u, '');
  if (head === '' || !ISSUER_ENDING.test(head)) return { names: [name], from };
  const left = namesIn(head);
  return { names: [...left.names, name], from: left.from };
}

interface Piece {
  names: string[];
  start: number;
  /** Nothing was cut from its left, so another issuer may stand before it. */
  whole: boolean;
}

/** 我局第5号令, 本部令: which office is meant, the words alone don't say. */
const NAMELESS = /^(?:[本我该贵此各]|原)?[局厅委办院署会府处室科股站所校]$|^[本我该贵此各]部$/u;

function readPiece(folded: string, end: number, floor: number): Piece | undefined {
  const start = pieceStart(folded, end, floor);
  let piece = folded.slice(start, end);
  piece = piece.slice(leadLength(piece, isAfterDigit(folded, start)));
  for (let weak = WEAK_START.exec(piece); weak; weak = WEAK_START.exec(piece))
    piece = piece.slice(weak[0].length);
  if (!ISSUER_ENDING.test(piece) || NAMELESS.test(piece)) return undefined;
  const { names, from } = namesIn(piece);
  const nameStart = end - piece.length + from;
  return { names, start: nameStart, whole: nameStart === start };
}

const JOINT_SEPARATOR = /(?:[ \n]{0,2}[、/][ \n]{0,2}|[ ]{1,3})$/;

/**
 * The issuer, or joint issuers, whose name ends at `end` and starts at or after `floor`; undefined where the words
 * before `end` name none (命令, 招标公告).
 */
export function findIssuer(folded: string, end: number, floor: number): IssuerSpan | undefined {
  let at = end;
  while (at > floor && end - at < 6 && isSpace(folded.charAt(at - 1))) at--;
  if (folded.endsWith('联合', at) && at - 2 > floor) at -= 2;
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
