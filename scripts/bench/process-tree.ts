import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';

/** What a process used with all that it started. */
export interface TreeUse {
  /** The highest sum of resident memory that was seen, in bytes. */
  readonly peakBytes: number;
  /** Time on processors, in milliseconds. */
  readonly cpuMs: number;
}

/** Watches a process with all that it starts. */
export interface TreeWatch {
  /** Stops, and tells what was used; undefined where there is no /proc. To be called when the process has ended. */
  stop(): TreeUse | undefined;
}

const EVERY_MS = 100;
/** Clock ticks, in which Linux tells processor time, are a hundredth of a second on all that Node runs on. */
const TICK_MS = 10;

/** Samples /proc (Linux). Memory that processes share counts once for each of them. */
export function watchTree(pid: number): TreeWatch {
  if (process.platform !== 'linux') return { stop: () => undefined };
  const before = waitedTicks();
  const ticks = new Map<number, number>();
  let peakBytes = 0;
  const sample = (): void => {
    let bytes = 0;
    for (const entry of treeEntries(pid)) {
      bytes += residentBytes(entry.pid);
      ticks.set(entry.pid, entry.ticks);
    }
    peakBytes = Math.max(peakBytes, bytes);
  };
  const timer = setInterval(sample, EVERY_MS);
  return {
    stop: () => {
      clearInterval(timer);
      // Exact, but without what was never waited for; the samples miss no process, but the last moments of each.
      const waited = waitedTicks() - before;
      const seen = [...ticks.values()].reduce((sum, own) => sum + own, 0);
      return { peakBytes, cpuMs: Math.max(waited, seen) * TICK_MS };
    },
  };
}

/** What /proc tells of one process; times in clock ticks. */
export interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
  /** Of its children that have ended and were waited for, and of theirs. */
  readonly childTicks: number;
}

function treeEntries(root: number): ProcessEntry[] {
  const entries = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcessEntry(readProc(name, 'stat')) ?? []);
  const children = Map.groupBy(entries, ({ parent }) => parent);
  const found = entries.filter(({ pid }) => pid === root);
  for (const { pid } of found) found.push(...(children.get(pid) ?? []));
  return found;
}

const waitedTicks = (): number => readProcessEntry(readProc('self', 'stat'))?.childTicks ?? 0;

/** A process may end between two looks at it: then it has no file any more, and counts nothing. */
function readProc(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** Reads `pid (name) state parent …` with its times; the name may hold spaces and brackets. Undefined for another text. */
export function readProcessEntry(stat: string): ProcessEntry | undefined {
  const [, pid, rest] = /^(\d+) \(.*\) (.*)$/s.exec(stat) ?? [];
  if (rest === undefined) return undefined;
  const fields = rest.trim().split(' ').map(Number);
  const field = (index: number): number => fields[index] ?? 0;
  return {
    pid: Number(pid),
    parent: field(1),
    ticks: field(11) + field(12),
    childTicks: field(13) + field(14),
  };
}

function residentBytes(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readProc(String(pid), 'status'))?.[1] ?? 0) * 1024;
}
