/** Rows of a table; the first is its head, the first column its labels. */
export type Table = readonly (readonly string[])[];

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
export const count = (value: number): string => value.toLocaleString('en');
export const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
export const ratio = (ours: number, theirs: number): string =>
  theirs === 0 ? '-' : (ours / theirs).toFixed(2);

/** Columns apart by two spaces, numbers flush right, a blank line before. */
export function printTable(title: string, table: Table): string {
  const width = (column: number): number => Math.max(...table.map((row) => (row[column] ?? '').length));
  const lines = table.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(width(column)) : cell.padStart(width(column))))
      .join('  ')
      .trimEnd(),
  );
  return ['', title, ...lines.map((line) => `  ${line}`)].join('\n');
}
