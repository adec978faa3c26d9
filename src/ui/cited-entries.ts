import type { Citation, LibraryDocument } from '../core/library.ts';
import { registerAnchor } from '../core/register-anchor.ts';
import { STATE_CHIPS } from '../core/register-labels.ts';
import type { Site } from '../site/library.ts';
import { citersUrl, getRegister } from '../site/register.ts';
import { numberUrl } from '../site/urls.ts';
import { groupCitations } from './citation-groups.ts';

/** One document, number or title that a document cites, as its page lists it. */
export interface CitedEntryData {
  name: string;
  number: string | null;
  url: string | undefined;
  /** The held document or record. */
  document: LibraryDocument | undefined;
  /** 题录, 未收录 or 有歧义; '' for what is held. */
  state: string;
  /** All that an ambiguous citation may mean. */
  candidates: readonly LibraryDocument[];
  /** How many other documents cite it, and where they are listed. */
  others: number;
  othersUrl: string;
  /** What links of the text say of themselves that stand for this entry; see src/ui/scripts/link-previews.ts. */
  marks: string[];
  places: readonly [Citation, ...Citation[]];
}

/** What a document cites, each thing once, in the order of its text. */
export function citedEntries(site: Site, id: string): CitedEntryData[] {
  const keyOf = ({ to, canonical, title }: Citation): string => registerAnchor({ to, canonical, title });
  return groupCitations(site.cites.get(id) ?? [], keyOf).flatMap((places) => {
    const [first] = places;
    const register = getRegister(site);
    const entry = register.cited.get(keyOf(first));
    if (!entry) return [];
    const { document } = entry;
    const canonical = first.canonical;
    return {
      name: document?.title ?? first.title ?? canonical ?? first.raw,
      number: document?.docNumber ?? canonical,
      url: document?.url ?? (canonical === null ? undefined : numberUrl(canonical)),
      document,
      state: STATE_CHIPS[first.resolved],
      candidates: entry.candidates,
      others: entry.citers - 1,
      othersUrl: citersUrl(entry) ?? register.rowUrl(entry),
      marks: [
        ...new Set(places.map(({ kind, canonical, raw }) => (kind === 'number' ? (canonical ?? raw) : raw))),
      ],
      places,
    };
  });
}
