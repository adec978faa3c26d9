import { describe, expect, it } from 'vitest';
import { readSource } from '../../../scripts/import/read-source.ts';

const read = (text: string, name: string) => readSource(new TextEncoder().encode(text), name);

describe('text that is no document', () => {
  it.each(['truth.json', 'data.CSV', 'style.css', 'agencies.yml', 'plan.mdx'])(
    '%s is refused',
    async (name) => {
      const result = await read('云岭区教研室2012年度工作计划\n正文。', name);
      expect(result).toEqual({ ok: false, reason: expect.stringMatching(/^发现.+，应为.+。改法：.+/) });
    },
  );

  it.each(['计划', '计划.txt', '计划.2012', '计划.doc'])(
    '%s is read as the text that it is',
    async (name) => {
      expect((await read('云岭区教研室2012年度工作计划\n正文。', name)).ok).toBe(true);
    },
  );
});
