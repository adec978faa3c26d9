import { Document } from 'yaml';
import { quoteDays } from '../schema/quote-days.ts';
import type { Block } from './blocks.ts';
import type { DraftFrontmatter } from './draft.ts';
import { escapePieces } from './escape.ts';

/** MDX source of a body: one heading or paragraph per line, an empty line between. */
export function writeBody(blocks: readonly Block[]): string {
  return blocks
    .map(
      ({ level, pieces }) =>
        `${level === undefined ? '' : `${'#'.repeat(level)} `}${escapePieces(pieces, level !== undefined)}`,
    )
    .join('\n\n');
}

/** A content file: frontmatter as YAML between fences, then the body. Ends in a line end. */
export function writeMdxFile(frontmatter: DraftFrontmatter, body: string): string {
  const document = new Document(frontmatter);
  quoteDays(document);
  const yaml = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return `---\n${yaml}---\n${body === '' ? '' : `\n${body}\n`}`;
}
