import { findDate } from '../dates.ts';
import type { SourceLine } from '../manuscript.ts';
import { readBlocks } from './blocks.ts';
import type { Reader, Story } from './reader.ts';
import { quote } from './report.ts';
import { hasLines } from './styles.ts';
import { type Grid, type GridCell, gridOf } from './table-grid.ts';
import { attribute, child, descendants, ownText, plainText, type XmlElement } from './xml.ts';

/** A red head stands among the first paragraphs. */
const HEAD_PARAGRAPHS = 12;

/** Reads a table: as a table, or as lines where it is only a frame around them. */
export function readTable(table: XmlElement, reader: Reader, story: Story): SourceLine[] {
  const grid = gridOf(table);
  const loose = { name: '', attributes: new Map<string, string>(), children: grid.loose };
  return [...readBlocks(loose, reader, story), ...readCells(table, grid, reader, story)];
}

function readCells(table: XmlElement, grid: Grid, reader: Reader, story: Story): SourceLine[] {
  const line = reader.line + (story.counts ? 1 : 0);
  for (const gone of grid.deleted) reportDeleted(gone, reader, line);
  const cells = grid.rows.flat();
  for (const { hidden } of cells)
    for (const each of hidden) reader.report.drop('合并单元格里看不见的文字', line, plainText(each));
  if (grid.columns <= 1) {
    const framed = cells.flatMap(({ element }) => readBlocks(element, reader, story));
    if (framed.length > 0)
      reader.report.add('changed', line, '单列的表格', '只有一列的表格当作文字的外框，按段落收入');
    return framed;
  }
  if (isFrame(table, grid, reader, line)) {
    reader.report.add('changed', line, '排版用的表格', '没有框线、只用来排版的表格，按段落收入');
    return grid.rows.flatMap((row) => rowLine(row.map((cell) => readBlocks(cell.element, reader, story))));
  }
  return asTable(grid, reader, { ...story, headings: false }, line);
}

function reportDeleted(gone: XmlElement, reader: Reader, line: number): void {
  const text = plainText(gone) + descendants(gone, 'w:delText').map(ownText).join('');
  reader.report.drop('修订中删去或移走的文字', line, plainText(gone));
  if (text.trim() !== '')
    reader.report.add('attention', line, '修订', `修订删去的表格内容没有收入：“${quote(text)}”`);
}

/**
 * A small table without lines that holds a red head (文件, 文号, 签发人) or signatures with their date. Any other
 * table without lines may well be one.
 */
function isFrame(table: XmlElement, { rows }: Grid, { styles, line: before }: Reader, line: number): boolean {
  const properties = child(table, 'w:tblPr');
  const cells = rows.flat();
  if (rows.length > 4 || cells.length > 8) return false;
  if (styles.tableHasLines(attribute(child(properties, 'w:tblStyle'), 'w:val')) || hasLines(properties))
    return false;
  if (cells.some(({ element }) => hasLines(child(element, 'w:tcPr')))) return false;
  const texts = cells
    .map(({ element }) => plainText(element).replace(/\s/g, ''))
    .filter((text) => text !== '');
  if (texts.some((text) => text.length > 40)) return false;
  const isHead = before < HEAD_PARAGRAPHS && texts.some((text) => HEAD.test(text));
  const dates = texts.filter((text) => text.length < 15 && findDate(text) !== undefined);
  const isSigned =
    line > 3 && dates.length > 0 && texts.every((text) => dates.includes(text) || OFFICE.test(text));
  return isHead || isSigned;
}

const HEAD = /文件$|^文件|[〔[［(（]\d{4}[〕\]］)）]\d+号|签发人/;
const OFFICE = /^[\p{Script=Han}（）()、：:]{2,30}$/u;

/** The cells of a row as one line, a space of one character between them. */
function rowLine(cells: readonly SourceLine[][]): SourceLine[] {
  const [first, ...rest] = cells.flat().filter(({ text }) => text !== '');
  const solid = cells.flat().filter((line) => line.solid !== undefined);
  if (!first) return solid;
  return [rest.reduce(besideOneAnother, first), ...solid];
}

function besideOneAnother(left: SourceLine, right: SourceLine): SourceLine {
  const shift = left.text.length + 1;
  const marks = (right.marks ?? []).map((mark) => ({
    ...{ ...mark, start: mark.start + shift, end: mark.end + shift },
  }));
  const footnotes = (right.footnotes ?? []).map(({ at, id }) => ({ at: at + shift, id }));
  return {
    ...left,
    text: `${left.text}\u3000${right.text}`,
    marks: [...(left.marks ?? []), ...marks],
    footnotes: [...(left.footnotes ?? []), ...footnotes],
  };
}

function asTable(grid: Grid, reader: Reader, story: Story, line: number): SourceLine[] {
  const pictures: SourceLine[] = [];
  const read = (cell: GridCell): SourceLine[] => {
    const lines = readBlocks(cell.element, reader, story).flatMap((each) => flattened(each, reader, line));
    pictures.push(...lines.filter(({ solid }) => solid?.kind === 'picture'));
    return lines.filter(({ text, footnotes = [] }) => text !== '' || footnotes.length > 0);
  };
  const rows = grid.rows.map((row) => row.map((cell) => ({ cell, lines: read(cell) })));
  const captions: SourceLine[] = [];
  // A first row of one cell is what the table is called, not what its columns are.
  while (rows.length > 1 && rows[0]?.length === 1 && rows[0][0]?.cell.columns === grid.columns)
    captions.push(...(rows.shift()?.[0]?.lines ?? []));
  reportTable(grid, captions, pictures, reader, line);
  if (rows.every((row) => row.every(({ lines }) => lines.length === 0))) return [...captions, ...pictures];
  const filled = rows.map((row, index) => {
    const cells: SourceLine[][] = Array.from({ length: grid.columns }, () => []);
    for (const { cell, lines } of row) cells[cell.column] = index === 0 ? lines.map(withoutBold) : lines;
    return cells;
  });
  const solid: SourceLine = {
    ...{ text: '', line, indented: false, afterBlank: false },
    solid: { kind: 'table', rows: filled },
  };
  return [...captions, solid, ...pictures];
}

/** The head of a table is bold as it is. */
function withoutBold(line: SourceLine): SourceLine {
  const marks = (line.marks ?? []).filter(({ kind }) => kind !== 'strong');
  const { marks: _, ...rest } = line;
  return marks.length > 0 ? { ...rest, marks } : rest;
}

function reportTable(
  { rows }: Grid,
  captions: readonly SourceLine[],
  pictures: readonly SourceLine[],
  { report }: Reader,
  line: number,
): void {
  if (captions.length > 0)
    report.add(
      'changed',
      line,
      '表格的通栏首行',
      `表格通栏的首行“${quote(captions[0]?.text ?? '')}”改为表前的段落`,
    );
  if (rows.flat().some(({ merged, row, columns }) => merged && !(row < captions.length && columns > 1)))
    report.add(
      'attention',
      line,
      '合并的单元格',
      '表格里有合并的单元格：文字放在合并处左上的一格，其余几格留空，请核对',
    );
  if (pictures.length > 0)
    report.add('changed', line, '表格里的图片', `表格里的 ${pictures.length} 张图片移到了表格后面`);
}

/** A line of a cell as lines of text: a table within it becomes one line for each of its rows. */
function flattened(line: SourceLine, reader: Reader, number: number): SourceLine[] {
  if (line.solid?.kind !== 'table') return [line];
  reader.report.add('changed', number, '表格里的表格', '表格里的表格改成单元格里的几行文字，请核对');
  return line.solid.rows.flatMap((row) => rowLine(row));
}
