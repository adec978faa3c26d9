import process from 'node:process';
import { keepCompiledCode } from './build/compiled-code.ts';

// Before anything else is loaded, so that the next build loads it sooner.
keepCompiledCode();
const { buildCommand } = await import('./build/build-command.ts');
process.exit(await buildCommand());
