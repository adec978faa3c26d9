import type { SourceDocument } from './source.ts';

/**
 * Whether a document says of itself that it is not to be published yet. Read from the frontmatter as it stands, so that
 * a draft with a fault is a draft still; only `true` counts, and anything else in its place is a fault of its own.
 */
export function isDraft({ source }: { source: Pick<SourceDocument, 'frontmatter'> }): boolean {
  const { frontmatter } = source;
  return (
    frontmatter !== null &&
    typeof frontmatter === 'object' &&
    'draft' in frontmatter &&
    frontmatter.draft === true
  );
}
