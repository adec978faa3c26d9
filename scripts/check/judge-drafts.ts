import { compareText } from '../../src/core/compare-text.ts';
import type { Issue } from '../../src/lint/issue.ts';
import type { LintContext } from '../../src/lint/rule.ts';
import type { Verdict } from '../../src/lint/run.ts';
import type { LoadedDocument } from '../../src/load/content-fs.ts';
import { filesOfDraftsAlone, withoutDrafts } from '../../src/load/drafts.ts';
import { isDraft } from '../../src/schema/draft.ts';

/** What the rules are told of drafts that the content before them goes without. */
type Withheld = Pick<LintContext, 'drafts' | 'pagesWithDrafts'>;

/** What a judgement of some content gives: its issues, and the pages that its site would have. */
interface Judged extends Verdict {
  pages: ReadonlySet<string>;
}

/**
 * Judges the site that will be published, which knows nothing of its drafts, and each draft as if all were published
 * with it: a draft may point to another, and its number must not be a published document's. Without drafts there is one
 * judgement. Issues come sorted by file, those of a file in the order of its judgement.
 */
export async function judgeWithDrafts<Content extends { documents: readonly LoadedDocument[] }>(
  content: Content,
  judge: (content: Content, withheld?: Withheld) => Promise<Judged>,
): Promise<Verdict> {
  const whole = await judge(content);
  const drafts = content.documents.filter(isDraft);
  if (drafts.length === 0) return whole;
  const published = await judge(withoutDrafts(content), { drafts, pagesWithDrafts: whole.pages });
  const unpublished = new Set([...drafts.map(({ source }) => source.file), ...filesOfDraftsAlone(content)]);
  const settle = <Found extends Issue>(ofWhole: readonly Found[], ofPublished: readonly Found[]): Found[] =>
    [
      ...ofPublished.filter(({ file }) => !unpublished.has(file) && file !== EXCEPTIONS),
      ...ofWhole.filter(({ file }) => unpublished.has(file)),
      ...ofPublished.filter((found) => found.file === EXCEPTIONS && isAmong(ofWhole, found)),
    ].sort((a, b) => compareText(a.file, b.file));
  return {
    issues: settle(whole.issues, published.issues),
    excepted: settle(whole.excepted, published.excepted),
  };
}

/** An exception may be made for a draft: it is only wrong, or needless, where both judgements say so. */
const EXCEPTIONS = 'exceptions.yml';

function isAmong(issues: readonly Issue[], { file, line, rule }: Issue): boolean {
  return issues.some((issue) => issue.file === file && issue.line === line && issue.rule === rule);
}
