import { describe, expect, it } from 'vitest';
import { type Addressed, formerAddresses, formerIds } from '../../../src/core/former-addresses.ts';

const plan = (id: string, aliases: string[]): Addressed => ({
  id: `plans/${id}`,
  collection: 'plans',
  aliases,
});
const leads = (documents: Addressed[]): [string, string][] =>
  [...formerAddresses(documents)].map(([id, document]) => [id, document.id]);

describe('former addresses', () => {
  it('are the ids that aliases name and those that former numbers made', () => {
    expect(formerIds(plan('a', ['policies/old', '云教研字〔2012〕30号', '云岭区教育局令第5号']))).toEqual({
      named: ['policies/old'],
      made: ['plans/yunjiaoyanzi-2012-30', 'plans/yunlingqujiaoyujuling-5'],
    });
  });

  it('lead to the document that bears them, several to one when documents were merged', () => {
    expect(leads([plan('a', ['plans/b', 'summaries/c', '云教研字〔2012〕30号'])])).toEqual([
      ['plans/b', 'plans/a'],
      ['summaries/c', 'plans/a'],
      ['plans/yunjiaoyanzi-2012-30', 'plans/a'],
    ]);
  });

  it('never hide a present page', () => {
    expect(
      leads([plan('a', ['plans/b', '云教研字〔2012〕3号']), plan('b', []), plan('yunjiaoyanzi-2012-3', [])]),
    ).toEqual([]);
  });

  it('go to the one that names them before the one whose number would make them', () => {
    const made = plan('a', ['云教研字〔2012〕30号']);
    expect(leads([made, plan('b', ['plans/yunjiaoyanzi-2012-30'])])).toEqual([
      ['plans/yunjiaoyanzi-2012-30', 'plans/b'],
    ]);
  });
});
