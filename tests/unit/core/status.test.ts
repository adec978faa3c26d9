import { expect, it } from 'vitest';
import { STATUSES, statusTone } from '../../../src/core/status.ts';

it('gives every status its tone, and a text that is none the plain one', () => {
  expect(STATUSES.map((status) => [status, statusTone(status)])).toEqual([
    ['现行有效', 'ok'],
    ['已修改', 'warn'],
    ['部分失效', 'warn'],
    ['废止', 'bad'],
    ['失效', 'bad'],
    ['尚未生效', 'warn'],
    ['未核实', 'plain'],
  ]);
  expect(statusTone('constructor')).toBe('plain');
});
