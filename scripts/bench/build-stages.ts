/** A part of a build between two moments that it told of. */
export interface StageFigures {
  /** As the build names it. */
  readonly name: string;
  /** Milliseconds of wall clock. */
  readonly ms: number;
}

/** A build began something, so many milliseconds after its process was started. */
export interface StageMark {
  readonly name: string;
  readonly at: number;
}

/** What comes before the first stage: the program is loaded, folders are looked at. */
export const START = 'start';

/**
 * The stages of a build in the order in which they began; one that begins again goes on. The last lasts to the end of
 * the process.
 */
export function stageTimes(marks: readonly StageMark[], totalMs: number): StageFigures[] {
  const all = [{ name: START, at: 0 }, ...marks];
  const times = new Map<string, number>();
  for (const [index, { name, at }] of all.entries()) {
    const until = all[index + 1]?.at ?? totalMs;
    times.set(name, (times.get(name) ?? 0) + until - at);
  }
  return [...times].map(([name, ms]) => ({ name, ms }));
}

const LABELS: Readonly<Record<string, string>> = {
  [START]: '启动',
  check: '检查',
  compile: '编译程序',
  pages: '网页',
  index: '检索',
  inspect: '自查',
  publish: '放到位',
};

/** What the report calls a stage; one that it doesn't know keeps the build's own name. */
export const stageLabel = (name: string): string =>
  Object.hasOwn(LABELS, name) ? (LABELS[name] ?? name) : name;

/** The names of the stages of several builds, each once, in the order in which they are met. */
export const stageNames = (builds: readonly { readonly stages: readonly StageFigures[] }[]): string[] => [
  ...new Set(builds.flatMap(({ stages }) => stages.map(({ name }) => name))),
];
