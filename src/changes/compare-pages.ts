import { compareText } from '../core/compare-text.ts';
import { pageKind } from './page-kinds.ts';
import { DERIVED_REASONS, type DerivedReason, type Side } from './side.ts';

export interface PageChange {
  path: string;
  kind: string;
}

/** A page in whose place the site leads on to another. */
export interface Redirection extends PageChange {
  to: string;
}

/** Pages that nobody edited and that show something else now. */
export interface DerivedChange {
  reason: DerivedReason;
  /** What that reason is called. */
  label: string;
  /** Paths in their order. */
  pages: string[];
}

export interface PageChanges {
  appeared: PageChange[];
  vanished: PageChange[];
  /** Were pages and now only lead on. */
  redirected: Redirection[];
  derived: DerivedChange[];
}

/** Which pages come, go or show something else; `edited` holds the paths of pages whose own documents changed. */
export function comparePages(before: Side, after: Side, edited: ReadonlySet<string>): PageChanges {
  const beyond = (one: Side, other: Side): PageChange[] =>
    [...one.pages]
      .filter((path) => !other.pages.has(path))
      .sort(compareText)
      .map((path) => ({ path, kind: pageKind(path) }));
  return {
    appeared: beyond(after, before),
    vanished: beyond(before, after),
    redirected: [...after.redirects]
      .filter(([path]) => before.pages.has(path) && !before.redirects.has(path))
      .map(([path, to]) => ({ path, to, kind: pageKind(path) }))
      .sort((a, b) => compareText(a.path, b.path)),
    derived: compareDerived(before, after, edited),
  };
}

function compareDerived(before: Side, after: Side, edited: ReadonlySet<string>): DerivedChange[] {
  const pages = new Map<DerivedReason, string[]>();
  const reasons = Object.keys(DERIVED_REASONS) as DerivedReason[];
  for (const [path, parts] of after.derived) {
    const old = before.derived.get(path);
    if (!old || edited.has(path)) continue;
    for (const reason of reasons)
      if (old[reason] !== parts[reason]) pages.set(reason, [...(pages.get(reason) ?? []), path]);
  }
  return reasons.flatMap((reason) => {
    const found = pages.get(reason);
    return found ? [{ reason, label: DERIVED_REASONS[reason], pages: found.sort(compareText) }] : [];
  });
}
