import type { Resolution } from './references.ts';

/** What each state of a cited number or title is called, on the pages and in the tables. */
export const STATE_LABELS: Record<Resolution, string> = {
  ambiguous: '有歧义',
  missing: '未收录',
  record: '只有题录',
  held: '已收录',
};

/** The same where there is little room, on a chip or in a picture; what is held needs no word. */
export const STATE_CHIPS: Record<Resolution, string> = {
  ambiguous: '有歧义',
  missing: '未收录',
  record: '题录',
  held: '',
};
