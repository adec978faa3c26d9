import type { DocumentData } from '../../schema/documents.ts';
import { defineDocumentRule } from '../rule.ts';

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

/** Days of one document in an order that can't be. An editor's note on one of the two fields silences the rule. */
export default defineDocumentRule({
  id: 'date-order',
  severity: 'error',
  *check({ source, data }) {
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
  },
});

function dayOf(data: Partial<DocumentData>, field: Field): string | undefined {
  if (field !== 'status') return data[field];
  return data.status && 'date' in data.status ? data.status.date : undefined;
}
