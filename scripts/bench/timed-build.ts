import process from 'node:process';
import { runBuild } from '../build-site.ts';

// The real build in a process of its own, as `npm run build` runs it, that tells its parent of each stage.
const built = await runBuild((stage) => process.send?.(stage));
process.disconnect?.();
process.exit(built ? 0 : 1);
