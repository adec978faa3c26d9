import { describe, expect, it } from 'vitest';
import { statusOfDay, writePeriods } from '../../../src/core/status-periods.ts';

describe('a status that changes with the days', () => {
  const written = writePeriods([
    { from: null, status: '尚未生效' },
    { from: '2012-09-01', status: '现行有效' },
    { from: '2017-09-01', status: '失效' },
  ]);

  it.each([
    ['2012-08-31', '尚未生效'],
    ['2012-09-01', '现行有效'],
    ['2017-08-31', '现行有效'],
    ['2030-01-01', '失效'],
  ])('is on %s %s, as the page reads it', (day, status) => {
    expect(statusOfDay(written, day)).toBe(status);
  });

  it('is one that never changes, too', () => {
    expect(statusOfDay(writePeriods([{ from: null, status: '废止' }]), '2030-01-01')).toBe('废止');
  });
});
