/**
 * The measures of GB/T 9704-2012 in the units of Word: a twip is a twentieth of a point, a font size counts half
 * points. 156 × 225 mm hold 22 lines of 28 characters.
 */

function millimetres(count: number): number {
  return Math.round((count * 1440) / 25.4);
}

/** Paper and margins (5.1, 5.2.1), in twips. */
export const PAGE = {
  width: millimetres(210),
  height: millimetres(297),
  top: millimetres(37),
  left: millimetres(28),
  right: millimetres(26),
  bottom: millimetres(35),
  /** The page number stands 7 mm below the text (7.5); its own line takes 5 mm. */
  footer: millimetres(35 - 7 - 5),
} as const;

export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
/** 225 mm divided by 22, in twips. */
export const LINE = 579;
/** 156 mm divided by 28, in twips. */
export const CHARACTER = 315.86;
/**
 * What is taken from the space after each character of 16 points so that 28 fit the line, in twips. Word's own grid of
 * characters would do it too, but LibreOffice gives a character that is wider than its cell two of them.
 */
export const TIGHTENED = -5;

/** Font sizes in half points. */
export const SIZE = { chuhao: 84, erhao: 44, sanhao: 32, sihao: 28, xiaosi: 24, wuhao: 21 } as const;

/** 字体. Those of a Windows office; word/fontTable.xml names what stands in where one is missing. */
export const FONT = {
  title: '方正小标宋简体',
  body: '仿宋',
  hei: '黑体',
  kai: '楷体',
  song: '宋体',
} as const;

/** 红 of head and rule. */
export const RED = 'D7000F';
/** What the editor says is set in grey. */
export const GREY = '595959';

/** A distance of so many characters, in twips. */
export function characters(count: number): number {
  return Math.round(count * CHARACTER);
}

/** Distances in the red head, in twips: 35 mm above the issuer (7.2.4), two lines below it and above the title. */
export const HEAD = {
  aboveIssuer: millimetres(35),
  twoLines: 2 * LINE,
  /** 4 mm between number and rule (7.2.7), in points. */
  aboveRule: 11,
} as const;
