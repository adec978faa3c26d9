import { describe, expect, it } from 'vitest';
import { formatCsv } from '../../../src/core/csv.ts';

/** Reads a CSV file by RFC 4180, as a spreadsheet does. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (const [, quoted, plain, end] of text.replace(/^\ufeff/, '').matchAll(cell)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('formatCsv', () => {
  it('begins with the mark by which Excel knows UTF-8 and ends each row with CRLF', () => {
    expect(
      formatCsv([
        ['文号', '次数'],
        ['云教发〔2011〕5号', 3],
      ]),
    ).toBe('\ufeff文号,次数\r\n云教发〔2011〕5号,3\r\n');
  });

  it('gives back commas, quotes, line breaks and outer spaces as they were', () => {
    const rows = [['甲,乙', '他说"好"', '一\r\n二', '一\n二', ' 前', '后 ', '', '“引号”']];
    expect(readCsv(formatCsv(rows))).toEqual(rows);
  });

  it('leaves a cell empty for null and writes a number as it is, a negative one too', () => {
    expect(formatCsv([[null, -3, 0]])).toBe('\ufeff,-3,0\r\n');
  });

  it.each([
    '=HYPERLINK("http://a.example")',
    '+1',
    '-1',
    '@SUM(A1)',
    '＝1',
    '＋1',
    '－1',
    '＠a',
    '\t=1',
    '\r=1',
  ])('lets no spreadsheet run %j', (text) => {
    const [[cell = '']] = readCsv(formatCsv([[text]])) as [string[]];
    expect(cell).toBe(`'${text}`);
  });

  it('leaves alone what only holds such a sign', () => {
    expect(formatCsv([['A=B', '2011-2012']])).toBe('\ufeffA=B,2011-2012\r\n');
  });
});
