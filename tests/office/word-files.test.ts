import { readFileSync } from 'node:fs';
import { describe, it } from 'vitest';
import { loadContent } from '../../src/load/content-fs.ts';
import { expectSameAfterWord } from '../support/round-trip.ts';

const { documents } = await loadContent('content');

describe("the office's texts as Word files", () => {
  it.each(documents.map(({ collection, source }) => ({ collection, file: source.file })))(
    '$file comes back the same when imported',
    async ({ collection, file }) => {
      await expectSameAfterWord(collection, readFileSync(`content/${file}`, 'utf8'));
    },
  );
});
