import { open } from 'node:fs/promises';
import path from 'node:path';
import { attachmentProblem, HEAD_LENGTH } from '../../src/inspect/attachment.ts';

/** Attachments that don't open, with the reason. */
export async function brokenAttachments(dir: string, files: Iterable<string>): Promise<Map<string, string>> {
  const broken = new Map<string, string>();
  for (const file of files) {
    const handle = await open(path.join(dir, file)).catch(() => undefined);
    if (!handle) {
      broken.set(file, '系统不让读');
      continue;
    }
    try {
      const { size } = await handle.stat();
      const { buffer, bytesRead } = await handle.read(new Uint8Array(HEAD_LENGTH), 0, HEAD_LENGTH, 0);
      const problem = attachmentProblem(file, buffer.subarray(0, bytesRead), size);
      if (problem !== undefined) broken.set(file, problem);
    } finally {
      await handle.close();
    }
  }
  return broken;
}
