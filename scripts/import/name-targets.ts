import { documentSlug } from '../../src/core/document-id.ts';
import { titleSlug } from '../../src/core/title-slug.ts';
import type { Draft } from '../../src/import/make-draft.ts';
import type { LoadedContent } from '../../src/load/content-fs.ts';

/** Where a draft goes, or why it can go nowhere, in Chinese. `file` is below the output folder. */
export type Target = { ok: true; file: string; renamed?: string } | { ok: false; reason: string };

/** File names already taken and numbers already held, kept up to date while a run goes on. */
export interface Taken {
  /** Target file → the input that it came from in this run. */
  files: Map<string, string>;
  /** Canonical number → the file that has it, in the library or from this run. */
  numbers: Map<string, string>;
  /** SHA-256 of a source → the file made from it, in the library or in this run. */
  sources: Map<string, string>;
}

/** What the library already holds. Its file names are not claimed: an existing target is judged when writing. */
export function takenBy(library: LoadedContent | undefined): Taken {
  const taken: Taken = { files: new Map(), numbers: new Map(), sources: new Map() };
  for (const { data, source } of library?.documents ?? []) {
    if (data?.docNumber) taken.numbers.set(data.docNumber, source.file);
    if (data?.source?.sha256) taken.sources.set(data.source.sha256, source.file);
  }
  return taken;
}

/**
 * Chooses a draft's file: after its number, so that it has the address that the number gives, else after its title
 * in pinyin. Two numbered documents never share a file; documents without a number get -2, -3 where titles agree.
 */
export function nameTarget(draft: Draft, taken: Taken): Target {
  const number =
    typeof draft.frontmatter['docNumber'] === 'string' ? draft.frontmatter['docNumber'] : undefined;
  if (number === undefined) return nameByTitle(draft, taken);
  const file = `${draft.collection}/${documentSlug('', number)}.mdx`;
  const holder = taken.numbers.get(number);
  if (holder !== undefined && holder !== file) {
    return {
      ok: false,
      reason: `发现文号 ${number} 已经在 ${holder} 里，应为没有收录过的文号。改法：核对文号，或直接修改那个文件`,
    };
  }
  const other = taken.files.get(file);
  if (other !== undefined) {
    return {
      ok: false,
      reason: `发现与 ${other} 得到同一个文件名 ${file}，应为各不相同的文号。改法：核对两份文件的文号，只留一份`,
    };
  }
  return { ok: true, file };
}

function nameByTitle(draft: Draft, taken: Taken): Target {
  const base = titleSlug(String(draft.frontmatter['title'])) || draft.collection;
  for (let count = 1; ; count++) {
    const file = `${draft.collection}/${base}${count === 1 ? '' : `-${count}`}.mdx`;
    const other = taken.files.get(file);
    if (other === undefined) {
      const first = taken.files.get(`${draft.collection}/${base}.mdx`);
      return count === 1
        ? { ok: true, file }
        : { ok: true, file, renamed: `与 ${first} 同名，文件名加了 -${count}` };
    }
  }
}
