import { RELATION_LABELS } from '../../core/relations.ts';
import { bodyFinding } from '../body.ts';
import { claimedTargets } from '../claims.ts';
import { isLocal, pointersOf, readAddress } from '../links.ts';
import { relationLinks } from '../relation-links.ts';
import { defineRule, type Finding, type LintContext, type LintDocument } from '../rule.ts';

type Drafts = LintContext['drafts'];
type Addresses = Pick<LintContext, 'drafts' | 'pages' | 'pagesWithDrafts' | 'publicFiles'>;

const WANTED = '已发布的文件';
const MEND = '那份文件定稿后，删去它的 draft 一行，一同发布；还不能发布的，先去掉这一处';

/** A published document that relies on a draft: the site has no such page, so that the relation or link leads nowhere. */
export default defineRule({
  id: 'links-to-draft',
  severity: 'error',
  needs: ['documents', 'drafts', 'pages', 'pagesWithDrafts', 'publicFiles'],
  *check({ documents, ...context }) {
    if (context.drafts.length === 0) return;
    yield* relationsToDrafts(documents, context.drafts);
    for (const document of documents) yield* linksToDrafts(document, context);
  },
});

function* relationsToDrafts(documents: readonly LintDocument[], drafts: Drafts): Generator<Finding> {
  const fileOf = new Map(
    drafts.flatMap((draft) =>
      [...claimedTargets({ documents: [draft], unreadable: [] })].map((name) => [name, draft.source.file]),
    ),
  );
  for (const { name, target, answering, place } of relationLinks(documents)) {
    const file = fileOf.get(target);
    if (answering.length > 0 || file === undefined) continue;
    yield {
      ...place,
      found: `文件关系“${RELATION_LABELS[name].forward}”（${name}）指向 ${target}，它是草稿（${file}），不会发布`,
      expected: WANTED,
      fix: MEND,
    };
  }
}

function* linksToDrafts(document: LintDocument, context: Addresses): Generator<Finding> {
  for (const { url, position } of pointersOf(document)) {
    const path = isLocal(url) ? readAddress(url).path : '';
    if (context.pages.has(path) || context.publicFiles.has(path.slice(1))) continue;
    if (!context.pagesWithDrafts.has(path)) continue;
    const file = context.drafts.find(({ id }) => path.startsWith(`/${id}/`))?.source.file;
    yield bodyFinding(document, position?.start, {
      found: file
        ? `链接指向 ${path}，它是草稿（${file}），不会发布`
        : `链接指向 ${path}，这一页上只有草稿，不会发布`,
      expected: WANTED,
      fix: MEND,
    });
  }
}
