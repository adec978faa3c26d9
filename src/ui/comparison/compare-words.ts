/** What is asked for before two documents are chosen; it stands in the page from the start, so that nothing moves. */
export const CHOOSE = '选定两份文件，就在下面逐条对照。';
