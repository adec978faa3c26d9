import { characters, FONT, GREY, LINE, RED, SIZE, TIGHTENED } from './layout.ts';
import { STYLE } from './style-ids.ts';

/** A paragraph style; measures in twips, font sizes in half points. */
export interface ParagraphStyle {
  id: string;
  name: string;
  font: string;
  size: number;
  align: 'left' | 'center' | 'both';
  /** Fixed height of a line; without it the font decides. */
  line?: number;
  before?: number;
  /** Indent of the first line, in characters. */
  indent?: number;
  color?: string;
  /** What is taken from the space after each character. */
  spacing?: number;
  /** Level in Word's navigation pane, from 0; a heading stays with what follows. */
  outline?: number;
  /** Lines keep to the grid of 22 to the page. */
  onGrid?: boolean;
}

/** 3号, 28 characters to the line, lines of the grid. */
const sanhao = { size: SIZE.sanhao, spacing: TIGHTENED, line: LINE, onGrid: true } as const;

/** Levels after 7.3.3: 黑体, 楷体, then 仿宋. */
const HEADING_FONTS = [FONT.hei, FONT.kai, FONT.body, FONT.body, FONT.body, FONT.body] as const;

/** The font of a heading of that level, 1 to 6. */
export function headingFont(level: number): string {
  return HEADING_FONTS[level - 1] ?? FONT.body;
}

const HEADINGS = HEADING_FONTS.map((font, outline): ParagraphStyle => {
  const id = `Heading${outline + 1}`;
  return { id, name: `heading ${outline + 1}`, font, ...sanhao, align: 'both', indent: 2, outline };
});

/** The styles of every file, the same for all. */
export const PARAGRAPH_STYLES: readonly ParagraphStyle[] = [
  {
    ...{ id: STYLE.issuer, name: '发文机关标志', font: FONT.title, size: SIZE.chuhao },
    ...{ align: 'center', color: RED },
  },
  { id: STYLE.number, name: '发文字号', font: FONT.body, ...sanhao, align: 'center' },
  {
    ...{ id: STYLE.title, name: 'Title', font: FONT.title, size: SIZE.erhao },
    ...{ align: 'center', line: LINE, before: 2 * LINE },
  },
  ...HEADINGS,
  { id: STYLE.body, name: '公文正文', font: FONT.body, ...sanhao, align: 'both', indent: 2 },
  {
    ...{ id: STYLE.note, name: '编者标注', font: FONT.kai, size: SIZE.xiaosi },
    ...{ align: 'center', line: LINE, color: GREY },
  },
  { id: STYLE.cell, name: '表格文字', font: FONT.body, size: SIZE.xiaosi, align: 'left', line: 360 },
  { id: STYLE.footnote, name: 'footnote text', font: FONT.body, size: SIZE.wuhao, align: 'both', line: 320 },
  {
    ...{ id: STYLE.colophon, name: '编者说明', font: FONT.kai, size: SIZE.wuhao },
    ...{ align: 'left', line: 320, color: GREY },
  },
  { id: STYLE.page, name: '公文页码', font: FONT.song, size: SIZE.sihao, align: 'left', line: 280 },
];

/** Indent of a paragraph's first line, in twips and in hundredths of a character. */
export const INDENTED = { firstLine: characters(2), firstLineChars: 200 };
