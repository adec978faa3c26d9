/** Whether a document is in force. The words are those of the 有效性 row of a 公文要素表. */
export const STATUSES = ['现行有效', '已修改', '部分失效', '废止', '失效', '尚未生效', '未核实'] as const;
export type Status = (typeof STATUSES)[number];

/** How much of a document the library holds: its full text, an excerpt, or only its record. */
export const COMPLETENESS = ['全文', '摘录', '题录'] as const;
export type Completeness = (typeof COMPLETENESS)[number];

/**
 * True for a document that no longer has force: it stays findable, is marked wherever it appears and ranks lower.
 * Takes any text, so that data read back from the site can be asked too.
 */
export function isDead(status: string): boolean {
  return status === '废止' || status === '失效';
}

/** 已废止 or 已失效: a dead document's status as a verb. */
export function deadWord(status: string): string {
  return `已${status}`;
}

/** How a status is coloured: in force, in force with a reservation, without force, not known. */
export type StatusTone = 'ok' | 'warn' | 'bad' | 'plain';

/** The tone of a status; a text that is no status is as good as not known. */
export function statusTone(status: string): StatusTone {
  if (isDead(status)) return 'bad';
  if (status === '现行有效') return 'ok';
  return ['已修改', '部分失效', '尚未生效'].includes(status) ? 'warn' : 'plain';
}
