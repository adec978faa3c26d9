/** A library of very many documents, put together from a few thousand: each shard repeats one of a few distinct ones. */
import { normalise } from '../../src/search/normalise.ts';
import type { Block, DocumentEntry } from '../../src/search/record.ts';
import type { FieldTexts } from '../search-index/word-lists.ts';
import { canonicalNumber } from './citations.ts';
import { FIRST_YEAR, generateRecords } from './generate-records.ts';
import { generateBody } from './generate-text.ts';
import { makeRandom } from './random.ts';

/** A document as it is indexed and shown. */
export interface SimulatedDocument {
  readonly title: string;
  readonly number: string;
  readonly blocks: readonly Block[];
  readonly texts: FieldTexts;
}

const SEED = 20_120_306;
const YEARS = 25;

function toBlocks(title: string, number: string, body: string): Block[] {
  const lines = body.split(/\n+/).filter((line) => line.trim() !== '');
  const text = (line: string): string => line.replace(/^#+ /, '').replaceAll('\\', '');
  return [
    { region: 'title', clause: -1, anchor: '', text: title },
    { region: 'facts', clause: -1, anchor: '', text: number },
    ...lines.map((line, index): Block => {
      const region = line.startsWith('#') ? 'heading' : 'body';
      return { region, clause: -1, anchor: `p${index}`, text: text(line) };
    }),
  ];
}

/** Makes `count` documents, always the same ones. */
export function* simulateDocuments(count: number): Generator<SimulatedDocument> {
  const library = generateRecords(count);
  for (const [index, self] of library.entries()) {
    const number = canonicalNumber(self.number);
    const blocks = toBlocks(self.title, number, generateBody({ library, self }, makeRandom(SEED + index)));
    const inRegion = (region: Block['region']): string[] =>
      blocks.filter((block) => block.region === region).map((block) => normalise(block.text));
    const texts: FieldTexts = {
      any: blocks.map(({ text }) => normalise(text)),
      number: [normalise(number)],
      title: inRegion('title'),
      heading: inRegion('heading'),
    };
    yield { title: self.title, number, blocks, texts };
  }
}

/** The record of document number `order` of `total`, which are spread evenly over the years. */
export function simulatedEntry(
  { title, number }: SimulatedDocument,
  order: number,
  total: number,
): DocumentEntry {
  const year = FIRST_YEAR + Math.floor((order * YEARS) / total);
  const id = `plans/simulated-${order}`;
  return {
    ...{
      id,
      collection: 'plans',
      url: `/${id}/`,
      title,
      docNumber: number,
      issuer: `云岭区第${order % 12}教研室`,
    },
    ...{ level: '县级', kind: '工作计划', period: `${year}年`, issuedOn: `${year}-03-01`, status: '未核实' },
    ...{ completeness: '全文', topics: [], years: [year] },
  };
}
