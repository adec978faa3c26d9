import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { CACHE_ROOT } from './cache-dir.ts';

/** Keeps the compiled code of the modules that this thread loads from now on: to load them is most of a small build. */
export function keepCompiledCode(): void {
  enableCompileCache(path.join(CACHE_ROOT, 'compile'));
}
