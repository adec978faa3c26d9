/** Checks CONTENT_DIR as `npm run check` does, with a cache in the folder that is the only argument, and tells its parent of each stage. */
import process from 'node:process';
import { PUBLIC_DIR } from '../check-addresses.ts';
import { checkContent } from '../check-content.ts';

const [cacheDir] = process.argv.slice(2);
process.send?.('start');
const { errors } = await checkContent(process.env['CONTENT_DIR'] ?? '', [], PUBLIC_DIR, {
  ...(cacheDir === undefined ? {} : { cacheDir }),
  onStage: (stage) => process.send?.(stage),
});
// Errors are told by the code, as the command does; the benchmark has nothing to measure then.
process.exitCode = errors > 0 ? 1 : 0;
process.disconnect?.();
