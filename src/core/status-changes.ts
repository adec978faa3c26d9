/** The changes of documents' status that have come about and are dated, newest first: what the feed of changes tells. */
import { formatCitation } from './citation-format.ts';
import { compareText } from './compare-text.ts';
import type { LibraryDocument } from './library.ts';
import { dayBefore, isDay, onDay } from './moments.ts';
import { changeDays, type DocumentLife } from './settle-status.ts';
import type { Status } from './status.ts';
import { statusOn } from './status-on.ts';

export interface StatusChange {
  id: string;
  /** ISO day on which it came about. */
  day: string;
  /** 未核实 where nobody knows what held before. */
  before: Status;
  status: Status;
  /** Id of the document that brought it about, if one did. */
  by: string | null;
}

/**
 * The changes up to the day as of which each life is told. What is known by the year only, and what is known only to
 * have been found so on some day (未核实 that became 现行有效), is no dated change.
 */
export function statusChanges(lives: ReadonlyMap<string, DocumentLife>): StatusChange[] {
  const changes = [...lives].flatMap(([id, life]) => changesOf(id, life));
  return changes.sort((a, b) => compareText(b.day, a.day) || compareText(a.id, b.id));
}

function changesOf(id: string, life: DocumentLife): StatusChange[] {
  const days = changeDays(life).filter((day) => day <= life.day);
  let before: Status = days[0] ? statusOn(life, onDay(dayBefore(days[0])), life.day).status : '未核实';
  return days.flatMap((day) => {
    const { status, since, by } = statusOn(life, onDay(day), life.day);
    const was = before;
    before = status;
    const isNew =
      status !== was && status !== '未核实' && since !== undefined && isDay(since) && since.first === day;
    const isIssue = status === '现行有效' && day === life.issuedOn;
    return isNew && !isIssue ? [{ id, day, before: was, status, by }] : [];
  });
}

/** What a change is called: 《…》（…）已废止. */
export function changeTitle(
  { status }: StatusChange,
  document: Pick<LibraryDocument, 'title' | 'docNumber'>,
): string {
  const words: Partial<Record<Status, string>> = {
    现行有效: '开始施行',
    尚未生效: '已公布，尚未生效',
    已修改: '有修改',
    部分失效: '部分失效',
    废止: '已废止',
    失效: '已失效',
  };
  return `${formatCitation(document)}${words[status] ?? status}`;
}

/** Why: the document that did it, and what held before. */
export function changeReason(
  { day, before, status, by }: StatusChange,
  find: (id: string) => Pick<LibraryDocument, 'title' | 'docNumber'> | undefined,
): string {
  const agent = by === null ? undefined : find(by);
  const who = agent ? `依据：${formatCitation(agent)}。` : '';
  return `自${day}起，有效性由“${before}”变为“${status}”。${who}`;
}
