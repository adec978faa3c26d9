import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx';
import { characters, FONT, GREY, LINE, RED, SIZE } from './layout.ts';

/** Ids of our paragraph styles, as a user of Word sees them by their names. */
export const STYLE = {
  issuer: 'Issuer',
  number: 'DocumentNumber',
  title: 'Title',
  note: 'EditorNote',
  body: 'BodyText',
  cell: 'TableText',
  footnote: 'FootnoteText',
  colophon: 'Colophon',
  page: 'PageNumber',
} as const;

/** 固定行距, so that 22 lines make a page whatever the font. */
export const EXACT = { line: LINE, lineRule: LineRuleType.EXACT };

const oneFont = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name });
/** A run in one font, for Chinese and Latin alike. */
export const inFont = (name: string) => ({ font: oneFont(name) });

type ParagraphStyle = NonNullable<IStylesOptions['paragraphStyles']>[number];
type Defaults = NonNullable<IStylesOptions['default']>;

const indented = { firstLine: characters(2), firstLineChars: 200 };

/** A heading keeps its outline level for Word's navigation pane, and stays with what follows. */
function heading(font: string): Defaults['heading1'] {
  return {
    run: { ...inFont(font), size: SIZE.sanhao, bold: false, italics: false, color: '000000' },
    paragraph: { keepNext: true, indent: indented, spacing: { ...EXACT, before: 0, after: 0 } },
  };
}

/** Levels after 7.3.3: 黑体, 楷体, then 仿宋. */
const HEADING_FONTS = [FONT.hei, FONT.kai, FONT.body, FONT.body, FONT.body, FONT.body] as const;

/** The font of a heading of that level, 1 to 6. */
export function headingFont(level: number): string {
  return HEADING_FONTS[level - 1] ?? FONT.body;
}

function style(
  id: string,
  name: string,
  run: NonNullable<ParagraphStyle['run']>,
  paragraph: NonNullable<ParagraphStyle['paragraph']>,
): ParagraphStyle {
  return { id, name, basedOn: 'Normal', quickFormat: true, run, paragraph };
}

const centred = { alignment: AlignmentType.CENTER };
const small = { line: 320, lineRule: LineRuleType.EXACT };

const PARAGRAPH_STYLES: ParagraphStyle[] = [
  style(STYLE.issuer, '发文机关标志', { ...inFont(FONT.title), color: RED }, centred),
  style(STYLE.number, '发文字号', {}, { ...centred, spacing: EXACT }),
  style(STYLE.body, '公文正文', {}, { alignment: AlignmentType.BOTH, indent: indented, spacing: EXACT }),
  style(
    STYLE.note,
    '编者标注',
    { ...inFont(FONT.kai), size: SIZE.xiaosi, color: GREY },
    { ...centred, spacing: EXACT },
  ),
  style(
    STYLE.cell,
    '表格文字',
    { size: SIZE.xiaosi },
    { spacing: { line: 400, lineRule: LineRuleType.EXACT } },
  ),
  style(
    STYLE.colophon,
    '编者说明',
    { ...inFont(FONT.kai), size: SIZE.wuhao, color: GREY },
    { spacing: small, alignment: AlignmentType.LEFT },
  ),
  style(
    STYLE.page,
    '页码',
    { ...inFont(FONT.song), size: SIZE.sihao },
    { spacing: { line: 280, lineRule: LineRuleType.EXACT } },
  ),
];

/** The styles of every file, the same for all. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { ...inFont(FONT.body), size: SIZE.sanhao, language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
    },
    title: {
      run: { ...inFont(FONT.title), size: SIZE.xiaobiaosong, bold: false },
      paragraph: { ...centred, spacing: { ...EXACT, before: 2 * LINE, after: 0 } },
    },
    footnoteText: {
      run: { size: SIZE.wuhao },
      paragraph: { spacing: small, alignment: AlignmentType.BOTH },
    },
    heading1: heading(headingFont(1)),
    heading2: heading(headingFont(2)),
    heading3: heading(headingFont(3)),
    heading4: heading(headingFont(4)),
    heading5: heading(headingFont(5)),
    heading6: heading(headingFont(6)),
  },
  paragraphStyles: PARAGRAPH_STYLES,
};
