import type { Resolution } from './references.ts';

/** What each state of a cited number or title is called, on the pages and in the tables. */
export const STATE_LABELS: Record<Resolution, string> = {
  ambiguous: '有歧义',
  missing: '未收录',
  record: '只有题录',
  held: '已收录',
};
