/** Leads on to where the page has moved, with the clause and the words to mark that the old address named. */
const target = document.querySelector<HTMLAnchorElement>('a[data-redirect]');
if (target) location.replace(target.href + location.search + location.hash);
