import type { ForeignKind } from './foreign.ts';

/** Zips that are no Word files, by a file that only they hold. */
const KINDS: readonly (readonly [RegExp, ForeignKind])[] = [
  [/^xl\//, 'xlsx'],
  [/^ppt\//, 'pptx'],
  [/^OFD\.xml$/i, 'ofd'],
  [/^META-INF\/container\.xml$/, 'epub'],
  [/^Index(?:\/Document\.iwa|\.zip)$/, 'pages'],
  [/^content\.xml$/, 'odt'],
];

/** What a zip is by the names of its files; undefined for a Word file and for one that is not known. */
export function zipKind(names: readonly string[]): ForeignKind | undefined {
  return KINDS.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1];
}
