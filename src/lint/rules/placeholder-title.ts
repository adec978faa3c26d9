import { defineDocumentRule } from '../rule.ts';

/** The title that `npm run new` writes where none was given. */
const PLACEHOLDER = '（待填标题）';

/** A new document whose title was never filled in. */
export default defineDocumentRule({
  id: 'placeholder-title',
  severity: 'warning',
  *check({ source, data }) {
    if (data.title !== PLACEHOLDER) return;
    yield {
      file: source.file,
      line: source.lineOf(['title']),
      found: `标题（title）还是新建时的“${PLACEHOLDER}”`,
      expected: '文件的完整标题',
      fix: '填上标题；不打算要这份文件的，删去整个文件',
    };
  },
});
