/** Copies links, citations and references. Fetched when a mark in the margin, the box 引用本文件 or 分享 is first used. */
import copyingStyles from '../styles/copying.css?inline';
import { addStyles } from './add-styles.ts';
import { showClauseMenu } from './clause-menu.ts';
import { copyText } from './copy.ts';
import { citationOf, referenceOf } from './reference.ts';
import { share } from './share.ts';

addStyles(copyingStyles);

/** Does what a click asks for: `target` is a clause's mark, or the summary or a button of the citation box. */
export function answerClick(article: HTMLElement, target: HTMLElement): void {
  if (target instanceof HTMLAnchorElement) {
    showClauseMenu(article, target);
    return;
  }
  const reference = referenceOf(article);
  if (target.matches('[data-share]')) void share(citationOf(article));
  if (target.matches('[data-copy-citation]')) void copyText(citationOf(article));
  if (target.matches('[data-copy-reference]')) void copyText(reference);
}
