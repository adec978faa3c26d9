import { defineDocumentRule } from '../rule.ts';

/** A field that is missing, unknown, or has a value its schema refuses. */
export default defineDocumentRule({
  id: 'frontmatter-schema',
  severity: 'error',
  *check({ source, problems }) {
    for (const { path, found, expected, fix } of problems) {
      yield { file: source.file, line: source.lineOf(path), found, expected, fix };
    }
  },
});
