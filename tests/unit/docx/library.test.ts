import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalPart, relationTargets } from '../../support/canonical-part.ts';
import { partsOf } from '../../support/word-source.ts';
import { LIBRARY_CASES } from './library-cases.ts';

/**
 * What the library docx 9.15.2 wrote for the same sources, in the canonical form, before we wrote the parts ourselves:
 * without what says nothing (`keepNext` and `tblHeader` switched off, `gridSpan` of one column, the list that it adds
 * to every file). A change of the layout changes these files, and must show in them.
 */
const WRITTEN = path.join(import.meta.dirname, 'library');

const FIXED = ['styles', 'settings', 'fontTable', 'footer1', 'footer2'].map((name) => `word/${name}.xml`);
const OWN = [
  'docProps/core.xml',
  ...['document', 'numbering', 'footnotes'].map((name) => `word/${name}.xml`),
];

function canonical(parts: Record<string, string>, paths: readonly string[]): string {
  const sections = paths.flatMap((part) => {
    const xml = parts[part];
    const rels = parts[part.replace(/[^/]*$/, '_rels/$&.rels')] ?? '';
    return xml === undefined ? [] : [`== ${part}\n${canonicalPart(xml, relationTargets(rels))}\n`];
  });
  return sections.join('');
}

const read = (name: string): string => readFileSync(path.join(WRITTEN, `${name}.txt`), 'utf8');

describe('the parts of a Word file are what the library made of the same source:', () => {
  test.each(Object.entries(LIBRARY_CASES))('%s', async (name, source) => {
    expect(canonical(await partsOf(source), OWN)).toBe(read(name));
  });

  test('the parts that all files share', async () => {
    for (const source of Object.values(LIBRARY_CASES))
      expect(canonical(await partsOf(source), FIXED)).toBe(read('fixed'));
  });

  test('every file of what the library wrote is compared', () => {
    const names = [...Object.keys(LIBRARY_CASES), 'fixed'].map((name) => `${name}.txt`);
    expect(readdirSync(WRITTEN).sort()).toEqual(names.sort());
  });
});
