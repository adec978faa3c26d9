/** A folder in which an output is made before it is put in its place. */
import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

/**
 * Below the project, because Astro keeps its intermediate files beside an output folder only there; elsewhere all
 * builds would share one folder and disturb each other. So it stays there when WENKU_CACHE moves the caches.
 */
export const STAGING_PARENT = path.resolve('node_modules/.cache');

/** Gives `make` a folder of this process's own, which is removed at the end, whatever happens; it need not exist. */
export async function inStaging<Made>(
  name: 'site' | 'offline',
  make: (staging: string) => Promise<Made>,
): Promise<Made> {
  const staging = path.join(STAGING_PARENT, `${name}-${process.pid}`);
  const forget = removeWhenStopped(staging);
  try {
    return await make(staging);
  } finally {
    forget();
    await rm(staging, { recursive: true, force: true });
  }
}

/** How often a folder is tried into which something is being written. */
const RETRIES = 3;

/** A build that is stopped by Ctrl C or the system leaves no folder behind. Returns how to end the watch. */
function removeWhenStopped(staging: string): () => void {
  const stop = (signal: NodeJS.Signals): void => {
    try {
      rmSync(staging, { recursive: true, force: true, maxRetries: RETRIES });
    } catch {
      // Something is still being written into it. The next build clears it away.
    }
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return () => {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  };
}
