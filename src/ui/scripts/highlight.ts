/** Marks in a document what the reader searched for, when the address says so (`?hl=`). Loads nothing otherwise. */
const words = new URLSearchParams(window.location.search).get('hl');

if (words) void import('./highlight-words.ts').then(({ highlightWords }) => highlightWords(words));
