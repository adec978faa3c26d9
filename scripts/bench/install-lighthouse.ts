import path from 'node:path';
import { installPackages } from './install-packages.ts';

/** Pinned, because scores of two versions can't be compared. */
export const LIGHTHOUSE_VERSION = '13.5.0';

/**
 * Path of Lighthouse's command for Node, installed by npm on the first call.
 * @throws UsageError when npm can't get it.
 */
export async function lighthouseCommand(progress: (step: string) => void): Promise<string> {
  const folder = await installPackages(
    {
      title: 'Lighthouse',
      version: LIGHTHOUSE_VERSION,
      size: '180 MB',
      packages: { lighthouse: LIGHTHOUSE_VERSION },
    },
    progress,
  );
  return path.join(folder, 'node_modules/lighthouse/cli/index.js');
}
