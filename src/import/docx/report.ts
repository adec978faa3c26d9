import type { Finding, FindingKind } from '../finding.ts';
import type { DroppedText } from '../manuscript.ts';

/** Of one topic so many findings are listed; the rest are counted. */
const MOST_OF_A_TOPIC = 20;
/** Longest quotation in a finding, in characters. */
const LONGEST_QUOTE = 30;

/** What is to be said of a file, gathered while it is read. */
export interface Report {
  /** Adds a finding; `topic` names its kind in Chinese, for the count of what is not listed. */
  add(kind: FindingKind, line: number, topic: string, message: string): void;
  /** Adds text that goes into no document. All of it is kept, however it is listed. */
  drop(reason: string, line: number, text: string): void;
  findings(): Finding[];
  dropped(): DroppedText[];
}

/** A report without entries. */
export function newReport(): Report {
  const found: { topic: string; finding: Finding }[] = [];
  const drops: DroppedText[] = [];
  return {
    add: (kind, line, topic, message) => void found.push({ topic, finding: { kind, line, message } }),
    drop: (reason, line, text) => {
      if (text.trim() === '') return;
      const last = drops.at(-1);
      if (last?.reason === reason && last.line === line && line > 0) last.text += text;
      else drops.push({ reason, line, text });
    },
    findings: () => listed(found),
    dropped: () => gathered(drops),
  };
}

function listed(found: readonly { topic: string; finding: Finding }[]): Finding[] {
  const counts = new Map<string, number>();
  const kept: Finding[] = [];
  const seen = new Set<string>();
  for (const { topic, finding } of found) {
    const key = `${finding.line} ${finding.message}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const count = (counts.get(topic) ?? 0) + 1;
    counts.set(topic, count);
    if (count <= MOST_OF_A_TOPIC) kept.push(finding);
  }
  const rest = [...counts].filter(([, count]) => count > MOST_OF_A_TOPIC);
  return [
    ...kept,
    ...rest.map(([topic, count]): Finding => {
      const kind = found.find((each) => each.topic === topic)?.finding.kind ?? 'attention';
      return { kind, line: 0, message: `${topic}共 ${count} 处，上面只列出前 ${MOST_OF_A_TOPIC} 处` };
    }),
  ];
}

/** Of one reason, what is beyond the limit makes one entry. */
function gathered(drops: readonly DroppedText[]): DroppedText[] {
  const kept = new Map<string, DroppedText[]>();
  for (const { reason, text, line } of drops) {
    const entries = kept.get(reason) ?? [];
    kept.set(reason, entries);
    const last = entries.at(-1);
    if (last && entries.length >= MOST_OF_A_TOPIC) last.text += ` ${text}`;
    else entries.push({ reason, text, line });
  }
  return [...kept.values()].flat();
}

/** A quotation for a finding: on one line, and not too long. */
export function quote(text: string): string {
  const chars = [...text.replace(/\s+/g, ' ').trim()];
  return chars.length <= LONGEST_QUOTE ? chars.join('') : `${chars.slice(0, LONGEST_QUOTE).join('')}……`;
}
