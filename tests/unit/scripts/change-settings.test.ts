import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changeSettings } from '../../../scripts/adopt/change-settings.ts';
import { UnknownSettings } from '../../../scripts/adopt/settings.ts';

const SOURCE = readFileSync('src/site.config.ts', 'utf8');

describe('changing settings', () => {
  it('writes values where the old ones stood, and nothing else', () => {
    const source = `/** office: '甲' */\nexport const siteConfig: SiteConfig = {\n  name: '库', // 名\n  office: '甲',\n  exampleSearches: ['a'],\n};\n`;
    expect(changeSettings(source, { office: '云岭区教研室', exampleSearches: ['b', 'c'] })).toBe(
      `/** office: '甲' */\nexport const siteConfig: SiteConfig = {\n  name: '库', // 名\n  office: '云岭区教研室',\n  exampleSearches: ['b', 'c'],\n};\n`,
    );
  });

  it.each([
    [`甲'乙`, `"甲'乙"`],
    ['甲"乙', `'甲"乙'`],
    [`甲'乙"丙`, `'甲\\'乙"丙'`],
    ['甲\\乙', `'甲\\\\乙'`],
    ['`甲`', "'`甲`'"],
  ])('quotes %s as %s', (name, written) => {
    expect(changeSettings("export const siteConfig = { name: '' };", { name })).toBe(
      `export const siteConfig = { name: ${written} };`,
    );
  });

  it('finds each setting of the file that the project has', () => {
    const settings = {
      ...{
        name: 'n',
        description: 'd',
        office: 'o',
        url: 'https://www.example.org',
        basePath: '/w/',
        contact: 'c',
      },
      ...{ exampleSearches: [], imprint: {}, registration: { siteIdCode: '', icp: '', police: '' } },
    };
    const changed = changeSettings(SOURCE, settings);
    expect(changed).toContain("  office: 'o',\n");
    expect(changeSettings(changed, settings)).toBe(changed);
  });

  it('says which setting has no place, and is not led astray by another object', () => {
    for (const source of ['', "const other = { office: '甲' };", 'export const siteConfig = make();'])
      expect(() => changeSettings(source, { office: '乙' })).toThrow(UnknownSettings);
  });
});
