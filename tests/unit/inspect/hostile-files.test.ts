import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../scripts/check-content.ts';
import { fileDangers, isExamined } from '../../../src/inspect/active/examine-file.ts';
import { inflateStart } from '../../../src/inspect/active/zip-entries.ts';
import { HONEST_FILES, HOSTILE_FILES } from '../../fixtures/hostile/files.ts';
import { planText, tempContent } from '../../support/temp-content.ts';

describe('attachments', () => {
  test.each(HOSTILE_FILES)('%s (%s) is found out', (_what, name, bytes, severity, said) => {
    const [worst] = fileDangers(`files/${name}`, bytes);
    expect(worst).toMatchObject({ severity, found: expect.stringContaining(said) });
    expect(worst?.fix).toMatch(/\p{Script=Han}/u);
  });

  test.each(HONEST_FILES)('an honest %s is left alone', (name, bytes) => {
    expect(isExamined(`files/${name}`) ? fileDangers(`files/${name}`, bytes) : []).toEqual([]);
  });

  test('that are cut anywhere are judged without failing', () => {
    for (const [, name, bytes] of HOSTILE_FILES)
      for (let length = 0; length < Math.min(bytes.length, 600); length += 7)
        expect(Array.isArray(fileDangers(name, bytes.subarray(0, length)))).toBe(true);
  });

  test('that were made to keep the check busy are judged all the same', () => {
    const megabytes = (unit: string): Uint8Array => Buffer.from(unit.repeat(Math.ceil(4e6 / unit.length)));
    for (const unit of [
      '=|',
      '"',
      '\n',
      ' ',
      '<!-- -->',
      'stream /ObjStm obj ',
      '/URI (',
      '#61',
      'PK\x01\x02',
    ])
      for (const name of ['a.csv', 'a.pdf', 'a.txt', 'a.png', 'a.zip'])
        expect(Array.isArray(fileDangers(name, megabytes(unit)))).toBe(true);
  });

  test('that hold the same very often, or very much, are told of once', () => {
    const links = '<Relationship Type="a/hyperlink" Target="ms-x:y" TargetMode="External"/>'.repeat(250_000);
    const large = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      ...Object.fromEntries(
        Array.from({ length: 12 }, (_, index) => [`word/_rels/${index}.rels`, new Uint8Array(20_000_000)]),
      ),
    });
    const many = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/_rels/a.rels': strToU8(links) });
    expect(fileDangers('a.docx', many).map(({ found }) => found)).toEqual(['里有会启动程序的链接（ms-x:）']);
    expect(fileDangers('a.docx', large).map(({ severity }) => severity)).toContain('error');
  });

  test('are unpacked no further than to the limit', () => {
    const bomb = deflateRawSync(new Uint8Array(200_000_000));
    expect(inflateStart(bomb, 1_000_000).length).toBeLessThan(20_000_000);
  });

  test('are refused by the check, in Chinese, and none of it is said twice', async () => {
    const dir = await tempContent({
      'plans/a.mdx': planText(),
      ...Object.fromEntries(HOSTILE_FILES.map(([, name, bytes], index) => [`files/${index}-${name}`, bytes])),
    });
    const { issues, errors } = await checkContent(dir);
    const refused = HOSTILE_FILES.filter(([, , , severity]) => severity === 'error').length;
    expect(errors).toBeGreaterThanOrEqual(refused);
    expect(new Set(issues.map(({ rule }) => rule))).toEqual(new Set(['active-file']));
    for (const { found, fix } of issues) expect(found + fix).not.toMatch(/\p{Cc}|\u202e|undefined/u);
    expect(new Set(issues.map(({ file, found }) => file + found)).size).toBe(issues.length);
  });
});
