import { TO_WRITE } from '../../core/placeholders.ts';
import { bodyFinding } from '../body.ts';
import { defineDocumentRule } from '../rule.ts';

/** A summary begun from its plan that is to be published though parts of it were never written. */
export default defineDocumentRule({
  id: 'placeholder-text',
  severity: 'error',
  *check(document) {
    const { source, data } = document;
    if (data.draft || !source.body.includes(TO_WRITE)) return;
    for (const [index, line] of source.body.split('\n').entries()) {
      const column = line.indexOf(TO_WRITE);
      if (column < 0) continue;
      yield bodyFinding(
        document,
        { line: index + 1, column: column + 1 },
        {
          found: `正文里还有起草时留下的“${TO_WRITE}”`,
          expected: '写好的正文',
          fix: '写上完成情况，删去这几个字；还没有写完的，在著录里加一行 draft: true，先不发布',
        },
      );
    }
  },
});
