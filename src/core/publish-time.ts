/**
 * When a document was published, YYYY-MM-DD HH:MM as the tag PubDate wants it; undefined where no source tells.
 *
 * The day is that of publication, else of issue. The time of day is the one that the source printed beside that very
 * day. Where it printed none the day begins, at 00:00: the format has no way to leave the time out, a tag without it is
 * read as broken, and 00:00 is how a day alone is written. It stands nowhere but in the tag.
 */
export function publishTime(
  { issuedOn, publishedOn }: { issuedOn: string | null; publishedOn: string | null },
  printedLine?: string,
): string | undefined {
  const day = publishedOn ?? issuedOn;
  if (day === null) return undefined;
  return `${day} ${printedTime(printedLine ?? '', day) ?? '00:00'}`;
}

/** The time that follows the day in the line, whose parts may be written in several ways. */
function printedTime(line: string, day: string): string | undefined {
  const found = /(\d{4})\D(\d{1,2})\D(\d{1,2})日?[\sT]*(\d{1,2})[:：](\d{2})/.exec(line.normalize('NFKC'));
  if (!found) return undefined;
  const [year, month, date, hour, minute] = found.slice(1).map((part) => part.padStart(2, '0'));
  const valid = Number(hour) < 24 && Number(minute) < 60;
  return valid && `${year}-${month}-${date}` === day ? `${hour}:${minute}` : undefined;
}
