import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Ledger, ledgerFile, readLedger, writeLedger } from '../../../../scripts/render/page-ledger.ts';
import { tempContent } from '../../../support/temp-content.ts';

const LEDGER: Ledger = {
  ...{ programKey: 'p', shape: 's' },
  files: new Map([
    [
      'plans/a/index.html',
      { key: 'k', bytes: 12, modified: 1.5, note: new Uint32Array([0, 1, 2]), reads: new Uint32Array([0]) },
    ],
    ['api/documents.json', { key: 'j', bytes: 3, modified: 2 }],
  ]),
  texts: ['甲'],
};
const NOTHING = { programKey: '', shape: '', files: new Map(), texts: [] };

describe('the ledger of a build', () => {
  it('is read as it was written', async () => {
    const file = ledgerFile(await tempContent({}), 'dist');
    await writeLedger(file, LEDGER);
    expect(await readLedger(file)).toEqual(LEDGER);
  });

  it('is empty where there is none', async () => {
    expect(await readLedger(ledgerFile(await tempContent({}), 'dist'))).toEqual(NOTHING);
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 3)],
    [
      'changed in one place',
      (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === 60 ? byte ^ 1 : byte))),
    ],
    ['empty', () => Buffer.alloc(0)],
    ['foreign', () => Buffer.from('{"files":{}}')],
  ])('is not believed when it is %s', async (_, spoil) => {
    const file = ledgerFile(await tempContent({}), 'dist');
    await writeLedger(file, LEDGER);
    await writeFile(file, spoil(await readFile(file)));
    expect(await readLedger(file)).toEqual(NOTHING);
  });

  it('is no harm where it cannot be written', async () => {
    const dir = await tempContent({ pages: 'a file where a folder should be' });
    const file = ledgerFile(dir, 'dist');
    await writeLedger(file, LEDGER);
    expect(await readLedger(file)).toEqual(NOTHING);
    expect(await readFile(path.join(dir, 'pages'), 'utf8')).toBe('a file where a folder should be');
  });
});
