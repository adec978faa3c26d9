import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

test('what SECURITY.md names as defence or test is there', () => {
  const text = readFileSync(path.join(ROOT, '.github/SECURITY.md'), 'utf8');
  const files = ['src', 'tests', 'content', 'scripts'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
      (file) => `/${folder}/${file.split(path.sep).join('/')}`,
    ),
  );
  // The registers are an office's own.
  const named = [...text.matchAll(/`([\w./-]+\.(?:ts|mdx)|(?:src|tests)\/[\w./-]+\/)`/g)].map(
    ([, name = '']) => name,
  );
  expect(named.length).toBeGreaterThan(30);
  expect(
    named.filter((name) => !files.some((file) => `${file}/`.endsWith(`/${name.replace(/\/$/, '')}/`))),
  ).toEqual([]);
});
