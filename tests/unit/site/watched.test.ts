import { describe, expect, it } from 'vitest';
import { valueAt, watch } from '../../../src/site/watched.ts';

function watched<Value>(value: Value): { value: Value; reads: string[] } {
  const reads: string[] = [];
  const note = (path: string, key?: string): void => {
    reads.push(key === undefined ? path : `${path} ${key}`);
  };
  return { value: watch(value, 'site', note), reads };
}

const SITE = {
  byId: new Map([
    ['plans/a', { title: '甲' }],
    ['plans/b', { title: '乙' }],
  ]),
  index: { numbers: new Map([['一', ['plans/a']]]) },
  documents: ['plans/a', 'plans/b'],
  asOf: { day: '2012-01-01' },
  successionOf: (id: string) => [`after ${id}`],
  levelOf: ({ code }: { code: string }) => code,
};

describe('watch', () => {
  it('notes the entries of a map that are asked for, those that are lacking too', () => {
    const { value, reads } = watched(SITE);
    expect(value.byId.get('plans/a')).toEqual({ title: '甲' });
    expect(value.byId.has('plans/c')).toBe(false);
    expect(value.index.numbers.get('一')).toEqual(['plans/a']);
    expect(reads).toEqual(['site.byId plans/a', 'site.byId plans/c', 'site.index.numbers 一']);
  });

  it.each<[string, (map: Map<string, unknown>) => unknown, unknown]>([
    ['its keys', (map) => [...map.keys()], ['plans/a', 'plans/b']],
    ['its entries', (map) => [...map].length, 2],
    ['its size', (map) => map.size, 2],
  ])('notes a whole map for who asks for %s', (_, ask, answer) => {
    const { value, reads } = watched(SITE);
    expect(ask(value.byId)).toEqual(answer);
    expect(reads).toContain('site.byId');
  });

  it('notes lists and plain values whole', () => {
    const { value, reads } = watched(SITE);
    expect(value.documents.length).toBe(2);
    expect(value.asOf.day).toBe('2012-01-01');
    expect(reads).toEqual(['site.documents', 'site.asOf.day']);
  });

  it('notes what a function is asked by name, and nothing of one that is given all it looks at', () => {
    const { value, reads } = watched(SITE);
    expect(['plans/a'].map(value.successionOf)).toEqual([['after plans/a']]);
    expect(value.levelOf({ code: '云' })).toBe('云');
    expect(reads).toEqual(['site.successionOf plans/a']);
  });

  it.each<[string, (asOf: object) => unknown]>([
    ['in', (asOf) => 'day' in asOf],
    ['hasOwn', (asOf) => Object.hasOwn(asOf, 'day')],
  ])('notes the whole of what is asked by %s', (_, ask) => {
    const { value, reads } = watched(SITE);
    expect(ask(value.asOf)).toBe(true);
    expect(reads).toContain('site.asOf');
  });

  it('notes the whole of what is copied', () => {
    const { value, reads } = watched(SITE);
    expect({ ...value.asOf }).toEqual({ day: '2012-01-01' });
    expect(reads).toContain('site.asOf');
  });
});

describe('valueAt', () => {
  it('gives what a read gave', () => {
    expect(valueAt(SITE, ['byId'], 'plans/b')).toEqual({ title: '乙' });
    expect(valueAt(SITE, ['index', 'numbers'], '二')).toBeUndefined();
    expect(valueAt(SITE, ['successionOf'], 'plans/a')).toEqual(['after plans/a']);
    expect(valueAt(SITE, ['asOf', 'day'])).toBe('2012-01-01');
    expect(valueAt(SITE, ['gone', 'byId'], 'plans/a')).toBeUndefined();
  });
});
