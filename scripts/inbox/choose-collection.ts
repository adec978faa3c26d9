import path from 'node:path';
import { type Collection, isCollection } from '../../src/core/collections.ts';
import { kindOfTitle } from '../../src/import/title-kinds.ts';
import type { FileReport } from '../import/report.ts';

/** Where a file of the inbox goes, and by what. */
export interface ChosenCollection {
  collection: Collection;
  /** For the report, in Chinese. */
  because: string;
}

/** What to do when nothing tells: a policy is what an office most often files without saying so in the title. */
const DEFAULT: ChosenCollection = { collection: 'policies', because: '题名看不出是计划还是总结' };

/**
 * The collection of a file: that of the folder in which it lies, else what the title says that the text begins with,
 * else what its name says. `file` is its path below the inbox; `probe` is a trial import of it.
 */
export function chooseCollection(file: string, probe: FileReport | undefined): ChosenCollection {
  const [folder = ''] = file.split('/');
  if (file.includes('/') && isCollection(folder))
    return { collection: folder, because: `放在 ${folder} 文件夹` };
  const title = probe?.outputs[0]?.fields.find(({ field }) => field === 'title')?.value;
  const name = path.posix.basename(file).replace(/\.[^.]+$/, '');
  for (const [words, source] of [
    [title, '题名'],
    [name, '文件名'],
  ] as const) {
    const kind = words === undefined ? undefined : kindOfTitle(words.trim());
    if (kind) return { collection: kind.collection, because: `${source}以“${kind.evidence}”结尾` };
  }
  return DEFAULT;
}
