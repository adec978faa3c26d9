/** Tables as office programs open them: RFC 4180, with a byte order mark so that Excel reads UTF-8. */

export type CsvCell = string | number | null;

/**
 * What a spreadsheet would take for a formula, also in the full-width forms that a Chinese Excel accepts, and behind
 * space and invisible characters, which some programs drop. A text from a document must never run as one, so an
 * apostrophe goes before it, as the spreadsheet itself marks a text.
 */
const FORMULA = /^(?:[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]|[\t\r\n])/u;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/u;

/** The rows as a CSV file: a mark of UTF-8, commas, CRLF after every row; null gives an empty cell. */
export function formatCsv(rows: Iterable<readonly CsvCell[]>): string {
  const lines = Array.from(rows, (row) => `${row.map(formatCell).join(',')}\r\n`);
  return `\ufeff${lines.join('')}`;
}

function formatCell(cell: CsvCell): string {
  // A negative number is a number, not a formula.
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
