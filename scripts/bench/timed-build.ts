import process from 'node:process';
import { keepCompiledCode } from '../build/compiled-code.ts';

// The real build in a process of its own, as `npm run build` runs it, that tells its parent of each stage.
keepCompiledCode();
const { runBuild } = await import('../build/run-build.ts');
const built = await runBuild((stage) => process.send?.(stage));
process.disconnect?.();
process.exit(built ? 0 : 1);
