import { canonicalNumber } from './citations.ts';
import { generateRecords, recordFile, recordFrontmatter } from './generate-records.ts';
import { generateBody } from './generate-text.ts';
import { makeRandom } from './random.ts';
import { BUREAUS, RESEARCH_OFFICES, TOPICS } from './vocabulary.ts';

/** Fixed, so that figures of different machines and versions are about the same documents. */
const SEED = 20_120_306;

/** The files of a content folder, by path: `count` documents of an office that exists nowhere, and its registers. */
export function generateContent(count: number): Map<string, string> {
  const library = generateRecords(count);
  const policies = library.filter((record) => record.collection === 'policies');
  const files = new Map<string, string>([
    ['agencies.yml', agencies()],
    ['topics.yml', TOPICS.map((name) => `- name: ${name}\n`).join('')],
  ]);
  for (const [index, self] of library.entries()) {
    const random = makeRandom(SEED + index);
    // The first record is a policy of the first year, so there is always one to carry out that is not later.
    const earlier = policies.filter(({ year }) => year <= self.year);
    const grounds = self.collection === 'policies' ? [] : [canonicalNumber(random.pick(earlier).number)];
    const topics = [...new Set([random.pick(TOPICS), random.pick(TOPICS), random.pick(TOPICS)])];
    const body = self.recordOnly ? '' : `\n${generateBody({ library, self }, random)}`;
    files.set(recordFile(self, index), recordFrontmatter(self, topics, grounds) + body);
  }
  return files;
}

function agencies(): string {
  const entries = [...RESEARCH_OFFICES, ...BUREAUS].map(({ name, code, region }) => ({
    code,
    issuer: name,
    level: '县级',
    region,
    certainty: '有据',
    basis: '为测量速度而虚构',
  }));
  return entries.map((entry) => `- ${JSON.stringify(entry)}\n`).join('');
}
