/** Conveniences of a document page: copying a citation or a link to a clause, contents that follow the reading, previews of links. */
import { setUpCiteBox } from './cite.ts';
import { setUpClauseMenu } from './clause-menu.ts';
import { followContents } from './follow-contents.ts';
import { setUpPreviews } from './link-previews.ts';
import { setUpPrint } from './print.ts';

const article = document.querySelector<HTMLElement>('[data-document]');
if (article) {
  const citation = article.dataset['citation'] ?? '';
  setUpCiteBox(article, citation);
  setUpClauseMenu(article, citation);
  setUpPreviews(article);
  setUpPrint(article);
}
followContents();
// The highlighter is fetched only when a search hit was opened (?hl=).
const words = new URLSearchParams(location.search).get('hl');
if (words) void import('./highlight-words.ts').then(({ highlightWords }) => highlightWords(words));
