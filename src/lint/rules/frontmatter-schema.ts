import { fieldEdits } from '../field-edits.ts';
import { defineDocumentRule } from '../rule.ts';

/** A field that is missing, unknown, or has a value its schema refuses. */
export default defineDocumentRule({
  id: 'frontmatter-schema',
  severity: 'error',
  *check({ source, problems }) {
    for (const { path, found, expected, fix } of problems) {
      const finding = { file: source.file, line: source.lineOf(path), found, expected, fix };
      const edits = fieldEdits(source, path);
      yield edits ? { ...finding, edits } : finding;
    }
  },
});
