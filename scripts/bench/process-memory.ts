import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';

/** Watches the memory of a process with all that it starts. */
export interface MemoryWatch {
  /** Stops, and gives the highest sum of resident memory that was seen, in bytes; undefined where there is no /proc. */
  stop(): number | undefined;
}

const EVERY_MS = 100;

/** Samples /proc (Linux). Pages that processes share count once for each of them. */
export function watchMemory(pid: number): MemoryWatch {
  if (process.platform !== 'linux') return { stop: () => undefined };
  let peak = 0;
  const sample = (): void => {
    peak = Math.max(peak, treeMemory(pid));
  };
  const timer = setInterval(sample, EVERY_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return peak;
    },
  };
}

interface ProcessEntry {
  pid: number;
  parent: number;
}

function treeMemory(root: number): number {
  const entries = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readEntry(Number(name)));
  const children = Map.groupBy(entries, ({ parent }) => parent);
  let sum = 0;
  const waiting = [root];
  for (let pid = waiting.pop(); pid !== undefined; pid = waiting.pop()) {
    sum += residentBytes(pid);
    for (const child of children.get(pid) ?? []) waiting.push(child.pid);
  }
  return sum;
}

/** A process may end between two looks at it: then it has no file any more, and counts nothing. */
function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** `pid (name) state parent …`; the name may hold spaces and brackets. */
function readEntry(pid: number): ProcessEntry[] {
  const parent = /^\d+ \(.*\) \S (\d+) /s.exec(readProc(pid, 'stat'))?.[1];
  return parent === undefined ? [] : [{ pid, parent: Number(parent) }];
}

function residentBytes(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readProc(pid, 'status'))?.[1] ?? 0) * 1024;
}
