/** A library of the fictional office with one plan of a given length, for what depends on length alone. */

import { makeRandom, type Random } from '../../scripts/bench/random.ts';
import { ACTIONS, DEMANDS, MANNERS, MEANS, OBJECTS, PURPOSES } from '../../scripts/bench/vocabulary.ts';
import { formatChineseNumeral } from '../../src/core/numerals.ts';

/** Where the plan is, below the site's folder. */
export const MEASURED_PAGE = 'plans/yunjiaoyanzi-2012-3/index.html';

const SEED = 5000;
/** Policies that the plan cites: as many numbers and titles as a well-founded plan has. */
const CITED = 12;
const PARTS = ['指导思想', '工作目标', '主要措施', '时间安排', '保障落实'];
const ITEMS = 12;

/** Files of a content folder. The plan's body has exactly `characters` visible characters, spaces left out. */
export function measuredLibrary(characters: number): Record<string, string> {
  const policies = Array.from({ length: CITED }, (_, index) => [`policies/${index}.mdx`, policy(index)]);
  const earlier = frontmatter(2011, '工作计划', []);
  return {
    ...Object.fromEntries(policies),
    'agencies.yml':
      '- { code: 云教发, issuer: 云岭区教育局, level: 县级, region: 云岭区, certainty: 有据, basis: 虚构 }\n',
    'topics.yml': '- name: 听课评课\n',
    'plans/2011.mdx': `${earlier}第一条 照旧。\n`,
    'plans/2012.mdx': frontmatter(2012, '工作计划', ['云教发〔2010〕1号']) + body(characters),
  };
}

const titleOf = (index: number): string =>
  `关于${MANNERS[index] ?? ''}${ACTIONS[index] ?? ''}${OBJECTS[index] ?? ''}的通知`;

const numberOf = (index: number): string => `云教发〔${2000 + index}〕${7 * index + 1}号`;

function policy(index: number): string {
  const fields = `title: ${titleOf(index)}\ndocNumber: ${numberOf(index)}\nissuer: 云岭区教育局\nkind: 通知`;
  return `---\n${fields}\nissuedOn: "${2000 + index}-03-0${(index % 9) + 1}"\ncompleteness: 题录\n---\n`;
}

function frontmatter(year: number, kind: string, grounds: readonly string[]): string {
  const fields = [
    `title: 云岭区教研室${year}年度${kind}`,
    `docNumber: 云教研字〔${year}〕3号`,
    'issuer: 云岭区教研室',
    `kind: ${kind}`,
    `issuedOn: "${year}-02-20"`,
    `period: ${year}年`,
    'topics: [听课评课]',
    'status: 未核实',
    'completeness: 全文',
    `relations: { implements: ${JSON.stringify(grounds.map(() => numberOf(10)))} }`,
    'source: { file: 年度工作计划.docx, note: 教研室存档 }',
    'notes:\n  - { text: 文号据正文首行著录。, field: docNumber }\n  - { text: 时期由标题得出。, field: period }',
  ];
  return `---\n${fields.join('\n')}\n---\n\n`;
}

const visible = (text: string): number => [...text.replace(/^#+ |\\|\s/gm, '')].length;

/** Headings, numbered items and citations as a plan has them, cut to the length by the last paragraph. */
function body(characters: number): string {
  const random = makeRandom(SEED);
  const blocks: string[] = [];
  let left = characters;
  const add = (block: string): boolean => {
    const length = visible(block);
    // What is left after a block must be enough for the closing paragraph.
    if (length > left - 8) return false;
    blocks.push(block);
    left -= length;
    return true;
  };
  for (const [part, name] of PARTS.entries()) {
    add(`## ${formatChineseNumeral(part + 1)}、${name}`);
    const share = (characters * (part + 1)) / PARTS.length;
    for (let item = 1; item <= ITEMS && characters - left < share; item++)
      add(`${item}\\.${sentence(random)}${citation(part * ITEMS + item)}${sentence(random)}`);
  }
  while (add(sentence(random)));
  blocks.push(`${unusual(random, left - 1)}。`);
  return `${blocks.join('\n\n')}\n`;
}

/** Every third item stands on a policy. */
function citation(item: number): string {
  if (item % 3 !== 0) return '';
  const index = (item / 3) % CITED;
  return `落实《${titleOf(index)}》（${numberOf(index)}）的要求。`;
}

const CHARACTERS = [
  ...new Set([...MEANS, ...OBJECTS, ...DEMANDS, ...PURPOSES].join('').replace(/\W*\w/g, '')),
];

/** Characters in no order: set phrases alone would repeat more than people do, and be too easy to compress. */
const unusual = (random: Random, length: number): string =>
  Array.from({ length }, () => random.pick(CHARACTERS)).join('');

function sentence(random: Random): string {
  const phrase = `${random.pick(MEANS)}，${random.pick(ACTIONS)}${random.pick(OBJECTS)}`;
  return `${phrase}${unusual(random, 26)}，${random.pick(DEMANDS)}。`;
}
