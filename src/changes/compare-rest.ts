import { compareText } from '../core/compare-text.ts';
import type { Issue } from '../lint/issue.ts';
import { compareFields, type FieldChange } from './compare-documents.ts';
import type { DocumentPair } from './pair-documents.ts';
import type { Side, SideEntry, SideField, SideFile, SideRegister } from './side.ts';

/** An attachment or picture that came, went or has other bytes. Sizes are in bytes, null where it is not there. */
export interface FileChange {
  file: string;
  kind: 'new' | 'vanished' | 'changed' | 'renamed';
  /** Its former name. */
  from: string | null;
  before: number | null;
  after: number | null;
  /** Titles of documents that name it. */
  usedBy: string[];
}

/** What became of the files that readers are handed, in the order of their names. */
export function compareFiles(before: Side, after: Side): FileChange[] {
  const old = new Map(before.files.map((file) => [file.file, file]));
  const now = new Map(after.files.map((file) => [file.file, file]));
  const gone = before.files.filter(({ file }) => !now.has(file));
  const come = after.files.filter(({ file }) => !old.has(file));
  const renamed = new Map<SideFile, SideFile>();
  const free = new Set(gone);
  for (const file of come) {
    const former = [...free].find(({ digest }) => digest === file.digest);
    if (!former) continue;
    renamed.set(file, former);
    free.delete(former);
  }
  const changed = after.files.filter(({ file, digest }) => old.has(file) && old.get(file)?.digest !== digest);
  const change = (kind: FileChange['kind'], name: string, from?: SideFile, to?: SideFile): FileChange => ({
    ...{ file: name, kind, from: kind === 'renamed' ? (from?.file ?? null) : null },
    ...{ before: from?.size ?? null, after: to?.size ?? null },
    usedBy: usersOf(name, after.documents),
  });
  return [
    ...come.map((file) => {
      const former = renamed.get(file);
      return former ? change('renamed', file.file, former, file) : change('new', file.file, undefined, file);
    }),
    ...changed.map((file) => change('changed', file.file, old.get(file.file), file)),
    ...[...free].map((file) => change('vanished', file.file, file)),
  ].sort((a, b) => compareText(a.file, b.file));
}

function usersOf(file: string, documents: Side['documents']): string[] {
  const names = ({ fields, body }: (typeof documents)[number]): boolean =>
    body.includes(file) ||
    body.includes(encodeURI(file)) ||
    fields.some(({ name, value }) => name === 'attachments' && value.includes(file));
  return documents.filter(names).map(({ title }) => title);
}

/** An entry of a register that came, went or says something else. */
export interface EntryChange {
  kind: 'new' | 'vanished' | 'changed';
  key: string;
  fields: FieldChange[];
}

export interface RegisterChanges {
  file: string;
  label: string;
  entries: EntryChange[];
}

/** What became of the registers' entries; registers without a change are left out. */
export function compareRegisters(before: Side, after: Side): RegisterChanges[] {
  return after.registers.flatMap(({ file, label, entries }) => {
    const old = before.registers.find((register) => register.file === file);
    const changes = compareEntries(old?.entries ?? [], entries);
    return changes.length > 0 ? [{ file, label, entries: changes }] : [];
  });
}

function compareEntries(before: SideRegister['entries'], after: SideRegister['entries']): EntryChange[] {
  const old = new Map(before.map((entry) => [entry.key, entry]));
  const now = new Set(after.map(({ key }) => key));
  const fieldsOf = (entry: SideEntry | undefined): readonly SideField[] => entry?.fields ?? [];
  const changes = after.map(({ key, fields }): EntryChange => {
    const kind = old.has(key) ? 'changed' : 'new';
    return { kind, key, fields: compareFields(fieldsOf(old.get(key)), fields) };
  });
  const gone = before
    .filter(({ key }) => !now.has(key))
    .map(({ key, fields }): EntryChange => ({ kind: 'vanished', key, fields: compareFields(fields, []) }));
  return [...changes.filter(({ kind, fields }) => kind === 'new' || fields.length > 0), ...gone];
}

/** Problems that the check tells now and didn't, and those that it tells no more. */
export interface IssueChanges {
  new: Issue[];
  gone: Issue[];
  /** Of the later side, all of them. */
  errors: number;
  warnings: number;
}

/** A problem is the same though its line or the name of its file has changed. */
export function compareIssues(before: Side, after: Side, pairs: readonly DocumentPair[]): IssueChanges {
  const fileNow = new Map(
    pairs.flatMap(({ before: old, after: now }) => (old && now ? [[old.file, now.file]] : [])),
  );
  const key = ({ rule, found }: Issue, file: string): string => JSON.stringify([rule, file, found]);
  const ofBefore = (issue: Issue): string => key(issue, fileNow.get(issue.file) ?? issue.file);
  const ofAfter = (issue: Issue): string => key(issue, issue.file);
  const errors = after.issues.filter(({ severity }) => severity === 'error').length;
  return {
    new: without(after.issues, ofAfter, before.issues.map(ofBefore)),
    gone: without(before.issues, ofBefore, after.issues.map(ofAfter)),
    errors,
    warnings: after.issues.length - errors,
  };
}

/** The issues of one side that the other lacks, as often as it lacks them, errors first. */
function without(
  issues: readonly Issue[],
  keyOf: (issue: Issue) => string,
  others: readonly string[],
): Issue[] {
  const known = new Map<string, number>();
  for (const key of others) known.set(key, (known.get(key) ?? 0) + 1);
  const left = issues.filter((issue) => {
    const key = keyOf(issue);
    const count = known.get(key) ?? 0;
    if (count > 0) known.set(key, count - 1);
    return count === 0;
  });
  return left.sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
}
