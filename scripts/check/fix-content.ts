import { chmod, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Issue } from '../../src/lint/issue.ts';
import type { SourceDocument } from '../../src/schema/source.ts';
import { writeFiles } from '../import/write-files.ts';
import { type Change, changesOf } from './describe-changes.ts';
import { type Attempt, attempt, failedAttempts, untouchable } from './fix-attempt.ts';

/** What --fix did, and what it left although there are edits for it. */
export interface FixReport {
  /** Path below the content folder → what was changed there, in the order in which it was. */
  changed: Map<string, Change[]>;
  /** Path → why something in it was left, in Chinese. */
  left: Map<string, Set<string>>;
}

/** A file on its way. */
interface Progress {
  changes: Change[];
  /** Rules whose edits must not be made here. */
  barred: Set<string>;
  /** One rule at a time, since all together did not do. */
  single: boolean;
}

/** Edits that uncover others settle in two or three passes; this is a bound, not an expectation. */
const MOST_PASSES = 30;

/**
 * Mends what can be mended without changing what a text says, pass by pass until nothing is left. Each pass is judged
 * before anything is written: a file that would not parse, whose structure would change or in which a new problem would
 * appear stays as it was, with a message. Files with errors of syntax are not touched.
 * @param sources the documents that may be changed.
 * @param found all issues that the content folder has.
 * @param judge all issues that the content folder at `dir` would have with other texts in some of its files, given by
 *   their paths below it.
 */
export async function fixContent(
  dir: string,
  sources: readonly SourceDocument[],
  found: readonly Issue[],
  judge: (texts: ReadonlyMap<string, string>) => Promise<readonly Issue[]>,
): Promise<FixReport> {
  const fixing = new Fixing();
  const current = new Map(sources.map((source) => [source.file, source]));
  const texts = new Map<string, string>();
  let issues = found;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const attempts = fixing.attempts(current, issues);
    if (attempts.size === 0) break;
    for (const [file, { after }] of attempts) texts.set(file, after.text);
    const after = await judge(texts);
    const failed = failedAttempts(attempts, issues, after);
    for (const [file, each] of attempts) {
      fixing.settle(file, each, failed.get(file));
      if (failed.has(file)) texts.set(file, each.before.text);
      else current.set(file, each.after);
    }
    issues = failed.size === 0 ? after : await judge(texts);
  }
  await writeChanged(dir, sources, texts, fixing);
  return { changed: fixing.changed(), left: fixing.left };
}

class Fixing {
  readonly left = new Map<string, Set<string>>();
  private readonly files = new Map<string, Progress>();

  /** The next text of each file that has something to mend. */
  attempts(sources: ReadonlyMap<string, SourceDocument>, issues: readonly Issue[]): Map<string, Attempt> {
    const mendable = issues.filter(({ edits }) => edits && edits.length > 0);
    const byFile = Map.groupBy(mendable, ({ file }) => file);
    const attempts = new Map<string, Attempt>();
    for (const [file, asked] of byFile) {
      const source = sources.get(file);
      const next = source && this.next(source, asked);
      if (next) attempts.set(file, next);
    }
    return attempts;
  }

  private next(source: SourceDocument, issues: readonly Issue[]): Attempt | undefined {
    const { file } = source;
    const why = untouchable(source);
    if (why) this.leave(file, why);
    if (why) return undefined;
    const state = this.progress(file);
    const allowed = issues.filter(({ rule }) => !state.barred.has(rule));
    const chosen = state.single ? allowed.filter(({ rule }) => rule === allowed[0]?.rule) : allowed;
    const { attempt: next, refused } = attempt(source, chosen);
    for (const rule of refused) this.bar(file, rule, '会改动别的文字');
    return next;
  }

  /** Takes an attempt over, or finds out which rule's edits make it fail. */
  settle(file: string, { before, groups }: Attempt, failure: string | undefined): void {
    const state = this.progress(file);
    const rules = new Set(groups.map(({ rule }) => rule));
    if (failure === undefined) state.changes.push(...changesOf(before, groups));
    else if (rules.size > 1) state.single = true;
    else for (const rule of rules) this.bar(file, rule, failure);
  }

  changed(): Map<string, Change[]> {
    const changed = [...this.files].filter(([, { changes }]) => changes.length > 0);
    return new Map(changed.map(([file, { changes }]) => [file, changes]));
  }

  /** Forgets what was changed in a file that could not be written. */
  drop(file: string, why: string): void {
    this.files.delete(file);
    this.leave(file, why);
  }

  private progress(file: string): Progress {
    const state = this.files.get(file) ?? { changes: [], barred: new Set(), single: false };
    this.files.set(file, state);
    return state;
  }

  private bar(file: string, rule: string, why: string): void {
    this.progress(file).barred.add(rule);
    this.leave(file, `规则 ${rule} 的问题没有自动改：${why}`);
  }

  private leave(file: string, why: string): void {
    this.left.set(file, (this.left.get(file) ?? new Set()).add(why));
  }
}

/** Writes each changed file whole, unless someone else changed it meanwhile. */
async function writeChanged(
  dir: string,
  sources: readonly SourceDocument[],
  texts: ReadonlyMap<string, string>,
  fixing: Fixing,
): Promise<void> {
  for (const { file, text } of sources) {
    const next = texts.get(file) ?? text;
    const why = next === text ? undefined : await replaceText(path.join(dir, file), text, next);
    if (why) fixing.drop(file, why);
  }
}

/** Why a file's text could not be replaced, in Chinese; undefined when it was. */
async function replaceText(file: string, text: string, next: string): Promise<string | undefined> {
  try {
    // A link stays one: what it leads to is replaced.
    const target = await realpath(file);
    const present = (await readFile(target, 'utf8')).replace(/^\uFEFF/, '');
    if (present !== text) return '检查期间被别的程序改过，没有自动改：再运行一次';
    // Who may read the file stays as it was.
    const { mode } = await stat(target);
    await writeFiles([{ path: target, text: next }], true);
    await chmod(target, mode & 0o7777);
    return undefined;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return `系统不让写（${code}），没有自动改：检查文件和文件夹的权限`;
  }
}
