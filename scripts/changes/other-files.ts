import type { OtherFile } from '../../src/changes/report.ts';
import { COLLECTIONS } from '../../src/core/collections.ts';
import { compareText } from '../../src/core/compare-text.ts';
import { CONTENT_FILES } from '../../src/core/content-files.ts';
import type { Repository } from './find-base.ts';
import { git } from './git.ts';

const KINDS: Readonly<Record<string, OtherFile['kind']>> = { A: 'new', D: 'vanished', R: 'renamed' };

/** Every file that differs from a commit and is none of the library's own, new and uncommitted ones included. */
export async function otherFiles({ top, prefix }: Repository, commit: string): Promise<OtherFile[]> {
  const [changed, fresh] = await Promise.all([
    git(top, 'diff', '--name-status', '--no-renames', '-z', commit, '--'),
    git(top, 'ls-files', '--others', '--exclude-standard', '-z'),
  ]);
  const parts = changed.split('\0');
  const listed: { path: string; kind: OtherFile['kind'] }[] = [];
  for (let index = 0; index + 1 < parts.length; index += 2)
    listed.push({ path: parts[index + 1] ?? '', kind: KINDS[parts[index] ?? ''] ?? 'changed' });
  const untracked = fresh.split('\0').filter((file) => file !== '');
  const all = [...listed, ...untracked.map((file) => ({ path: file, kind: 'new' as const }))];
  return all
    .flatMap((file) => {
      const area = areaOf(file.path, prefix);
      return area === null ? [] : [{ ...file, area }];
    })
    .sort((a, b) => compareText(a.path, b.path));
}

/** What a path is of; null for the library's own texts, attachments and registers, which are compared as such. */
export function areaOf(file: string, prefix: string): OtherFile['area'] | null {
  if (!file.startsWith(prefix)) return 'program';
  const below = file.slice(prefix.length);
  const [folder = '', ...rest] = below.split('/');
  if (folder === 'help' || folder === 'rules') return 'guide';
  if (folder === 'inbox') return 'inbox';
  const hidden = below.split('/').some((step) => /^[_.]/.test(step));
  if ([...COLLECTIONS, CONTENT_FILES].includes(folder) && rest.length > 0) return hidden ? 'draft' : null;
  if (/^(?:agencies|topics|addresses|exceptions)\.yml$/.test(below)) return null;
  // A content folder at the top of its repository has the program, or whatever else there is, beside it.
  return prefix === '' ? 'program' : 'draft';
}
