import { describe, expect, it } from 'vitest';
import { sentenceAround } from '../../../src/core/sentences.ts';

const around = (text: string, part: string): string => {
  const start = text.indexOf(part);
  return sentenceAround(text, start, start + part.length);
};

describe('sentenceAround', () => {
  it('ends at the full stop and takes the closing quote with it', () => {
    expect(around('先做甲。要求“认真落实乙。”再做丙。', '乙')).toBe('要求“认真落实乙。”');
  });

  it('takes the whole text where no stop stands', () => {
    expect(around('依据甲和乙', '乙')).toBe('依据甲和乙');
  });

  it('cuts a very long sentence on both sides and says so', () => {
    const long = `${'前'.repeat(300)}目标${'后'.repeat(300)}`;
    const sentence = around(long, '目标');
    expect(sentence).toMatch(/^…前+目标后+…$/);
    expect(sentence.length).toBeLessThan(170);
  });
});
