import { megabytes, seconds } from './print-table.ts';
import type { BuildCost } from './run-build.ts';

/** What a build took, in a line. */
export function costWords({ totalMs, cpuMs, peakBytes }: BuildCost): string {
  return [
    `用 ${seconds(totalMs)}`,
    ...(cpuMs === null ? [] : [`CPU ${seconds(cpuMs)}`]),
    ...(peakBytes === null ? [] : [`内存峰值 ${megabytes(peakBytes)}`]),
  ].join('，');
}

/** Tells it at once, beside the progress: a long series that is stopped has told of what was built. */
export async function toldBuild<Cost extends BuildCost>(build: Promise<Cost>): Promise<Cost> {
  const cost = await build;
  console.error(`  ${costWords(cost)}`);
  return cost;
}
