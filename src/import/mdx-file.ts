import { Document } from 'yaml';
import { quoteDays } from '../schema/quote-days.ts';
import type { DraftFrontmatter } from './draft.ts';

/** A content file: frontmatter as YAML between fences, then the body. Ends in a line end. */
export function writeMdxFile(frontmatter: DraftFrontmatter, body: string): string {
  const document = new Document(frontmatter);
  quoteDays(document);
  const yaml = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return `---\n${yaml}---\n${body === '' ? '' : `\n${body}\n`}`;
}
