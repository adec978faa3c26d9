import type { Side, SideDraft } from './side.ts';

/** What became of a draft. None of it shows on the site, but for what was published before, or is now. */
export interface DraftChange {
  /** `withdrawn`: was published and is a draft now; `published`: the other way round. */
  kind: 'new' | 'changed' | 'withdrawn' | 'published' | 'vanished';
  title: string;
  /** Path below the content folder. */
  file: string;
}

/** The drafts that were written, changed, published or removed; those that stayed as they were are left out. */
export function compareDrafts(before: Side, after: Side): DraftChange[] {
  const old = new Map(before.drafts.map((draft) => [draft.file, draft]));
  const now = new Set(after.drafts.map(({ file }) => file));
  const wasPublished = filesOf(before);
  const isPublished = filesOf(after);
  const kindOf = ({ file, text }: SideDraft): DraftChange['kind'] | null => {
    const earlier = old.get(file);
    if (earlier !== undefined) return earlier.text === text ? null : 'changed';
    return wasPublished.has(file) ? 'withdrawn' : 'new';
  };
  const present = after.drafts.flatMap((draft) => {
    const kind = kindOf(draft);
    return kind === null ? [] : [{ kind, title: draft.title, file: draft.file }];
  });
  const gone = before.drafts
    .filter(({ file }) => !now.has(file))
    .map(({ title, file }): DraftChange => {
      return { kind: isPublished.has(file) ? 'published' : 'vanished', title, file };
    });
  return [...present, ...gone];
}

function filesOf({ documents }: Side): Set<string> {
  return new Set(documents.map(({ file }) => file));
}
