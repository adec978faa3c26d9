// Replaces a served folder again and again, as builds do, by one with a page more and one with a page less.
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { replaceFolder } from '../../scripts/build/output-folder.ts';

const [dir = '', times = '0'] = process.argv.slice(2);
for (let turn = 0; turn < Number(times); turn++) {
  const next = path.join(dir, 'next');
  cpSync(path.join(dir, 'whole'), next, { recursive: true });
  if (turn % 2 === 1) rmSync(path.join(next, 'page'), { recursive: true });
  await replaceFolder(path.join(dir, 'dist'), next);
}
