import { Document, isScalar, Scalar, visit } from 'yaml';
import type { DraftFrontmatter } from './draft.ts';

/** A content file: frontmatter as YAML between fences, then the body. Ends in a line end. */
export function writeMdxFile(frontmatter: DraftFrontmatter, body: string): string {
  const document = new Document(frontmatter);
  visit(document, {
    Scalar(_, node) {
      // Days are quoted so that no YAML reader takes them for timestamps.
      if (isScalar(node) && typeof node.value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(node.value)) {
        node.type = Scalar.QUOTE_DOUBLE;
      }
    },
  });
  const yaml = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return `---\n${yaml}---\n${body === '' ? '' : `\n${body}\n`}`;
}
