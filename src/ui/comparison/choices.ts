/** What may be chosen for a comparison: the documents with a text, grouped by series. */
import { COLLECTION_LABELS, isCollection } from '../../core/collections.ts';
import { compareText } from '../../core/compare-text.ts';
import { escapeHtml } from '../../core/escape-html.ts';
import { groupBy } from '../../core/group-by.ts';
import type { DocumentEntry } from '../../search/record.ts';

/** A list longer than this is of no use to a reader and slow to draw. */
const MOST = 200;

/** Documents that have a text, the newest of each series first. */
export function comparable(documents: readonly DocumentEntry[]): DocumentEntry[] {
  const time = ({ years, issuedOn, id }: DocumentEntry): string =>
    `${years.at(-1) ?? '0000'} ${issuedOn ?? ''} ${id}`;
  return documents
    .filter(({ completeness }) => completeness !== '题录')
    .sort((a, b) => compareText(seriesOf(a), seriesOf(b)) || compareText(time(b), time(a)));
}

function seriesOf({ collection, issuer, kind }: DocumentEntry): string {
  return `${['plans', 'summaries', 'policies'].indexOf(collection)} ${issuer} ${kind}`;
}

function groupName({ collection, issuer, kind }: DocumentEntry): string {
  const label = isCollection(collection) ? COLLECTION_LABELS[collection] : collection;
  return kind === label ? `${issuer} ${kind}` : `${issuer} ${label} ${kind}`;
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[[\]【】〈〉()（）〔〕]/g, '');

/** Whether a document answers to every word of a filter, in its title, number, issuer, kind or time. */
function answers(document: DocumentEntry, filter: string): boolean {
  const { title, docNumber, issuer, kind, period, years } = document;
  const text = plain([title, docNumber ?? '', issuer, kind, period ?? '', ...years].join(' '));
  return plain(filter)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/**
 * The options of a list as HTML: what answers to the filter, grouped; the chosen document is always among them, and
 * those of the series of `beside` stand first.
 */
export function renderOptions(
  documents: readonly DocumentEntry[],
  filter: string,
  chosen: string,
  beside: DocumentEntry | undefined,
): string {
  const found = documents.filter((document) => document.id === chosen || answers(document, filter));
  const isBeside = (document: DocumentEntry): boolean =>
    beside !== undefined && seriesOf(document) === seriesOf(beside);
  const ordered = [...found.filter(isBeside), ...found.filter((document) => !isBeside(document))];
  const shown = ordered.filter(({ id }, index) => index < MOST || id === chosen);
  const groups = [...groupBy(shown, groupName)].map(
    ([name, members]) =>
      `<optgroup label="${escapeHtml(name)}">${members.map((member) => renderOption(member, chosen)).join('')}</optgroup>`,
  );
  const rest = found.length - shown.length;
  return (
    `<option value="">${found.length === 0 ? '没有符合的文件' : '请选择'}</option>${groups.join('')}` +
    (rest > 0 ? `<option disabled>还有 ${rest} 份，请在上面多输几个字</option>` : '')
  );
}

function renderOption({ id, title, docNumber }: DocumentEntry, chosen: string): string {
  const name = docNumber ? `${title}（${docNumber}）` : title;
  return `<option value="${escapeHtml(id)}"${id === chosen ? ' selected' : ''}>${escapeHtml(name)}</option>`;
}
