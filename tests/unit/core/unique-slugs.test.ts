import { describe, expect, test } from 'vitest';
import { topicSlugs, uniqueSlugs } from '../../../src/core/unique-slugs.ts';

describe('uniqueSlugs', () => {
  test('names that sound alike are told apart, whatever their order', () => {
    const slugs = { 评课: 'pingke', 平课: 'pingke-2' };
    expect(Object.fromEntries(uniqueSlugs(['评课', '平课']))).toEqual(
      Object.fromEntries(uniqueSlugs(['平课', '评课', '平课'])),
    );
    expect([...uniqueSlugs(['评课', '平课']).values()].sort()).toEqual(Object.values(slugs).sort());
  });

  test('no two names share a slug, not even with one that ends in a number, and none is empty', () => {
    const names = ['实验', '试验', '实验2', '？？', '——', 'Index'];
    const slugs = [...uniqueSlugs(names).values()];
    expect(new Set(slugs).size).toBe(names.length);
    for (const slug of slugs) expect(slug).toMatch(/^(?!index$)[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  test('a topic keeps the slug that its register gives it', () => {
    const slugs = topicSlugs(['磨课', '听课'], [{ name: '磨课', slug: 'lesson-study' }, { name: '评课' }]);
    expect(Object.fromEntries(slugs)).toEqual({ 听课: 'tingke', 磨课: 'lesson-study', 评课: 'pingke' });
  });
});
