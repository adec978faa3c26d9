/** Files of other formats that are dropped into the content folder to be converted; nothing of it is published as it is. */

/** Folder below the content folder. */
export const INBOX = 'inbox';

/** What systems and Word leave behind, drafts, and the README that tells what the folder is for. */
const LITTER = /^(?:[._~].*|Thumbs\.db|desktop\.ini|readme(?:\..*)?)$/i;

/** Whether a file of the inbox, by its path below the content folder, waits to be converted. */
export function isWaiting(file: string): boolean {
  return !file.split('/').some((step) => LITTER.test(step));
}
