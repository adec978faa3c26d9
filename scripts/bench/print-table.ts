/** Rows of a table; the first is its head, the first column its labels. */
export type Table = readonly (readonly string[])[];

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
export const count = (value: number): string => value.toLocaleString('en');
export const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
export const ratio = (ours: number, theirs: number): string =>
  theirs === 0 ? '-' : (ours / theirs).toFixed(2);

/** How many columns of a terminal a text takes: Chinese characters and their punctuation take two. */
export const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, character) => sum + (/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/.test(character) ? 2 : 1),
    0,
  );

/** Columns apart by two spaces, numbers flush right, a blank line before. */
export function printTable(title: string, table: Table): string {
  const width = (column: number): number => Math.max(...table.map((row) => widthOf(row[column] ?? '')));
  const widths = (table[0] ?? []).map((_, column) => width(column));
  const lines = table.map((row) =>
    row
      .map((cell, column) => {
        const blank = ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell)));
        return column === 0 ? cell + blank : blank + cell;
      })
      .join('  ')
      .trimEnd(),
  );
  return ['', title, ...lines.map((line) => `  ${line}`)].join('\n');
}
