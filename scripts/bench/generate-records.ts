import type { Collection } from '../../src/core/collections.ts';
import { canonicalNumber, type PlainNumber } from './citations.ts';
import { BUREAUS, type Office, POLICY_SUBJECTS, RESEARCH_OFFICES, SUBJECTS } from './vocabulary.ts';

/** What is known of a generated document before it is written. */
export interface GeneratedRecord {
  readonly collection: Collection;
  readonly title: string;
  readonly number: PlainNumber;
  readonly office: Office;
  readonly kind: string;
  readonly year: number;
  /** A policy of which only the bibliographic record is held. */
  readonly recordOnly: boolean;
}

/** Of all documents. */
export const FIRST_YEAR = 2001;
const YEARS = 24;
/** Two plans and two summaries for each policy, in this order. */
const SEQUENCE: readonly Collection[] = ['policies', 'plans', 'summaries', 'plans', 'summaries'];

/** Of every eight policies one is a bare record. */
const RECORD_EVERY = 8;

/** `count` documents, always the same ones; titles and numbers are distinct. */
export function generateRecords(count: number): GeneratedRecord[] {
  const sequences = new Map<string, number>();
  const made = new Map<Collection, number>();
  return Array.from({ length: count }, (_, index) => {
    const collection = SEQUENCE[index % SEQUENCE.length] ?? 'plans';
    const place = made.get(collection) ?? 0;
    made.set(collection, place + 1);
    const described = describe(collection, place);
    const series = `${described.office.code} ${described.year}`;
    const sequence = (sequences.get(series) ?? 0) + 1;
    sequences.set(series, sequence);
    const number = { code: described.office.code, year: described.year, sequence };
    return { collection, ...described, number };
  });
}

/** Runs through years, then offices, then subjects, then kinds: no title comes twice before all are used. */
function describe(collection: Collection, place: number) {
  const policies = collection === 'policies';
  const offices = policies ? BUREAUS : RESEARCH_OFFICES;
  const subjects = policies ? POLICY_SUBJECTS : SUBJECTS;
  const year = FIRST_YEAR + (place % YEARS);
  const rest = Math.floor(place / YEARS);
  const office = at(offices, rest);
  const subject = at(subjects, Math.floor(rest / offices.length));
  const round = Math.floor(rest / offices.length / subjects.length);
  const kind = policies
    ? '通知'
    : collection === 'plans'
      ? at(['工作计划', '专项计划'], round)
      : at(['工作总结', '专项总结'], round);
  const mark = round > (policies ? 0 : 1) ? `（之${round + 1}）` : '';
  const title = policies
    ? `关于加强${year}年${subject}工作的通知${office.name === BUREAUS[0]?.name ? '' : `（${office.region}）`}${mark}`
    : `${office.name}${year}年度${subject === '全面' ? '' : subject}${kind}${mark}`;
  return { title, office, kind, year, recordOnly: policies && place % RECORD_EVERY === RECORD_EVERY - 1 };
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError('nothing to take from');
  return item;
}

/** The file of a record below the content folder: named so that names never clash. */
export function recordFile({ collection, number }: GeneratedRecord, index: number): string {
  return `${collection}/${number.year}-${String(index + 1).padStart(5, '0')}.mdx`;
}

/** The frontmatter of a record, with the `---` lines. `topics` are names of the register. */
export function recordFrontmatter(
  record: GeneratedRecord,
  topics: readonly string[],
  grounds: string[],
): string {
  const fields: [string, unknown][] = [
    ['title', record.title],
    ['docNumber', canonicalNumber(record.number)],
    ['issuer', record.office.name],
    ['kind', record.kind],
    ['period', record.collection === 'policies' ? undefined : `${record.year}年`],
    ['topics', topics],
    ['status', '未核实'],
    ['completeness', record.recordOnly ? '题录' : '全文'],
    ['relations', grounds.length > 0 ? { implements: grounds } : undefined],
    ['notes', [{ text: '为测量速度而生成的虚构文件，单位、文号和内容都不存在。' }]],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${JSON.stringify(value)}`],
  );
  return `---\n${lines.join('\n')}\n---\n`;
}
