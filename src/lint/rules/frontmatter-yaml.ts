import { defineDocumentRule } from '../rule.ts';

/** Frontmatter that is missing, has no end or is not the YAML its author meant. */
export default defineDocumentRule({
  id: 'frontmatter-yaml',
  severity: 'error',
  *check({ source }) {
    for (const { line, message, fix } of source.syntaxProblems) {
      yield { file: source.file, line, found: message, expected: '两行 --- 之间逐行写的“字段: 值”', fix };
    }
  },
});
