import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeAlikeFile } from '../../../scripts/search-terms/alike-file.ts';
import { LOOK_ALIKES } from '../../../scripts/search-terms/look-alikes.ts';
import { AlikeTable, foldSound, level1Characters } from '../../../src/search/alike.ts';

function countsOf(text: string): Uint32Array {
  const counts = new Uint32Array(0x10000);
  for (const character of text) {
    const unit = character.charCodeAt(0);
    counts[unit] = (counts[unit] ?? 0) + 1;
  }
  return counts;
}

/** Characters of GB 2312's first level and then some of the rest of Unicode's, each rarer than the one before. */
function largeLibrary(): Uint32Array {
  const counts = new Uint32Array(0x10000);
  const others = Array.from({ length: 4000 }, (_, index) => String.fromCharCode(0x4e00 + index * 4));
  for (const [index, character] of [...level1Characters(), ...others].entries()) {
    counts[character.charCodeAt(0)] ||= 1 + ((index * 7919) % 10007);
  }
  return counts;
}

const TEXT =
  '磨课磨课磨课，模式研究，教研室，摩擦，末尾，等候时间，侯马，己任，已经，学校校长的成长，日期，开展';
const table = new AlikeTable(makeAlikeFile(countsOf(TEXT)));
const alike = (character: string): string[] => table.alike(character).map((other) => other.character);

describe('alike characters', () => {
  it('knows the 3755 characters of GB 2312 first level in the order of the standard', () => {
    const characters = level1Characters();
    expect(characters).toHaveLength(3755);
    expect(new Set(characters).size).toBe(3755);
    expect(characters.slice(0, 3).join('')).toBe('啊阿埃');
    expect(characters.at(-1)).toBe('座');
  });

  it('tells how a character sounds, in its common readings', () => {
    expect(table.readings('模')).toEqual(expect.arrayContaining(['mo', 'mu']));
    expect(table.readings('长')).toEqual(expect.arrayContaining(['chang', 'zhang']));
    expect(table.readings('略')).toEqual(['lue']);
    expect(table.readings('A')).toEqual([]);
    const unread = level1Characters().filter((character) => table.readings(character).length === 0);
    expect(unread).toEqual([]);
  });

  it('offers only characters of the documents: the look-alikes, then the frequent ones', () => {
    expect(alike('模')).toEqual(['磨', '摩', '末']);
    expect(alike('巳').slice(0, 2)).toEqual(['己', '已']);
    expect(table.alike('候')[0]).toEqual({ character: '侯', likeness: 'shape' });
    expect(alike('艹')).toEqual([]);
  });

  it('knows what a reader typed by mistake even where no document has it', () => {
    expect(TEXT).not.toContain('言');
    expect(alike('言')).toContain('研');
    expect(alike('彰')).toEqual(expect.arrayContaining(['长', '展']));
  });

  it('takes for one what dialects and keyboards confuse', () => {
    expect(foldSound('zhang')).toBe(foldSound('zan'));
    expect(foldSound('shen')).toBe(foldSound('seng'));
    expect(foldSound('jing')).toBe(foldSound('jin'));
    expect(foldSound('dong')).toBe('dong');
    expect(table.soundsAlike('沾', 'zhang')).toBe(true);
    expect(table.soundsAlike('张', 'jiang')).toBe(false);
  });

  it('has groups of look-alikes without repetition, each of two characters at the least', () => {
    expect(new Set(LOOK_ALIKES).size).toBe(LOOK_ALIKES.length);
    for (const group of LOOK_ALIKES) {
      expect(new Set(group).size).toBe([...group].length);
      expect([...group].length).toBeGreaterThan(1);
    }
  });

  it('stays below 12 KB for a library with every common character and many rare ones', () => {
    const file = JSON.stringify(makeAlikeFile(largeLibrary()));
    expect(gzipSync(file, { level: 9 }).length).toBeLessThanOrEqual(12 * 1024);
    expect(JSON.stringify(makeAlikeFile(largeLibrary()))).toBe(file);
  });
});
