import { formatDocNumber, parseDocNumber } from '../core/docnumber.ts';
import type { SourceDocument } from '../schema/source.ts';
import type { TextEdit } from './issue.ts';

type Path = readonly (string | number)[];

/**
 * How a field that its schema refuses can be rewritten without changing what it says: a document number or day in
 * another print. Undefined where only the original can tell.
 */
export function fieldEdits(source: SourceDocument, path: Path): TextEdit[] | undefined {
  const value = valueAt(source.frontmatter, path);
  const range = source.rangeOf(path);
  if (!range || (typeof value !== 'string' && typeof value !== 'number')) return undefined;
  const written = isDayField(path) ? dayOf(String(value)) : namesDocument(path) ? numberOf(value) : undefined;
  if (written === undefined) return undefined;
  const edit: TextEdit = { ...range, text: written, replacesHan: true };
  return path[0] === 'docNumber' ? [edit, ...printedForm(source, range.end, String(value))] : [edit];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined),
    value,
  );
}

function isDayField(path: Path): boolean {
  const name = path.join('.');
  return ['issuedOn', 'publishedOn', 'effectiveOn', 'expiresOn', 'status.date'].includes(name);
}

function namesDocument(path: Path): boolean {
  return path[0] === 'docNumber' || (path[0] === 'relations' && path.length === 3) || path[0] === 'aliases';
}

/** 2012年2月20日, 2012/2/20 and 2012.2.20 with the year first can be but one day. */
function dayOf(value: string): string | undefined {
  const match = /^(\d{4})\s?[-./年]\s?(\d{1,2})\s?[-./月]\s?(\d{1,2})日?$/.exec(
    value.trim().normalize('NFKC'),
  );
  const [year = '', month = '', day = ''] = match?.slice(1) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !match || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso
    ? undefined
    : `"${iso}"`;
}

/** The canonical form, if it says the same characters and figures and no year or code was concluded. */
function numberOf(value: unknown): string | undefined {
  const parsed = typeof value === 'string' ? parseDocNumber(value) : undefined;
  const canonical = parsed && formatDocNumber(parsed);
  return canonical !== undefined && essence(canonical) === essence(String(value)) ? canonical : undefined;
}

function essence(number: string): string {
  const plain = number.normalize('NFKC').replaceAll('號', '号').replaceAll('第', '');
  return plain.replace(/\d+/g, (digits) => ` ${Number(digits)} `).replace(/[^\p{Script=Han}\d]+/gu, ' ');
}

/** What the original shows is kept beside the canonical form. */
function printedForm({ frontmatter, text }: SourceDocument, at: number, printed: string): TextEdit[] {
  if (valueAt(frontmatter, ['printedAs']) !== undefined) return [];
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  return [
    { start: at, end: at, text: `${lineEnd}printedAs: ${JSON.stringify(printed.trim())}`, replacesHan: true },
  ];
}
