import type { Status } from '../../core/status.ts';
import type { DocumentData } from '../../schema/documents.ts';
import { defineDocumentRule, type Finding, type LintDocument } from '../rule.ts';

type Field = 'issuedOn' | 'publishedOn' | 'effectiveOn' | 'expiresOn' | 'status';

const LABELS: Record<Field, string> = {
  issuedOn: '成文日期',
  publishedOn: '发布日期',
  effectiveOn: '施行日期',
  expiresOn: '有效期至',
  status: '有效性的起始日期',
};

/** Pairs of days that can stand in one order only: the first must not come after the second. */
const ORDER: readonly (readonly [Field, Field])[] = [
  ['issuedOn', 'publishedOn'],
  ['issuedOn', 'status'],
  ['issuedOn', 'expiresOn'],
  ['effectiveOn', 'expiresOn'],
];

/** Statuses that cannot begin after the last day of force. */
const IN_FORCE: readonly Status[] = ['现行有效', '已修改', '部分失效', '尚未生效'];

/** Days of one document in an order that can't be. An editor's note on one of the two fields silences the rule. */
export default defineDocumentRule({
  id: 'date-order',
  severity: 'error',
  *check(document) {
    const { source, data } = document;
    const explained = new Set(data.notes?.map((note) => note.field));
    for (const [early, late] of ORDER) {
      const [first, second] = [dayOf(data, early), dayOf(data, late)];
      if (!first || !second || first <= second || explained.has(early) || explained.has(late)) continue;
      // In force before its issue is doubtful, not impossible, and said by another rule.
      if (late === 'status' && second === data.effectiveOn) continue;
      yield {
        file: source.file,
        line: source.lineOf(late === 'status' ? ['status', 'date'] : [late]),
        found: `${LABELS[late]} ${second} 早于${LABELS[early]} ${first}`,
        expected: `${LABELS[late]}不早于${LABELS[early]}`,
        fix: `核对原件，改正写错的一处；原件就是如此的，在编者注（notes）加一条 - { text: 说明, field: ${late} }`,
      };
    }
    yield* inForceAfterExpiry(document);
  },
});

/** A status that says in force from a day on which the document had expired. */
function* inForceAfterExpiry({ source, data }: LintDocument): Generator<Finding> {
  const explained = data.notes?.some(({ field }) => field === 'status' || field === 'expiresOn');
  const { status, expiresOn, issuedOn = '' } = data;
  const since = dayOf(data, 'status');
  if (!status || !since || !expiresOn || since <= expiresOn || explained) return;
  // An expiry before the issue has been told already.
  if (!IN_FORCE.includes(status.name) || issuedOn > expiresOn) return;
  yield {
    file: source.file,
    line: source.lineOf(['status', 'date']),
    found: `${status.name}的起始日期 ${since} 晚于有效期至 ${expiresOn}`,
    expected: '有效期满以后不再写有效',
    fix: '核对原件；已经失效的，把 status 改为 { name: 失效, date: 失效之日, basis: 依据 }；有效期延长了的，改 expiresOn；原件就是如此的，在编者注（notes）加一条 - { text: 说明, field: status }',
  };
}

function dayOf(data: Partial<DocumentData>, field: Field): string | undefined {
  if (field !== 'status') return data[field];
  return data.status && 'date' in data.status ? data.status.date : undefined;
}
