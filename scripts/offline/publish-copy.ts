/** Makes the copy for the disk of a site that has just been built, and puts it in its place. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SiteEnvironment } from '../build/environment.ts';
import { guardOutputFolder, type OutputKind, replaceFolder, sweepRemains } from '../build/output-folder.ts';
import { inStaging, STAGING_PARENT } from '../build/staging.ts';
import { describeContent } from './content-version.ts';
import { copySite } from './copy-site.ts';
import { GUIDE, guideText } from './guide-text.ts';
import { PAGE_SCRIPT } from './rewrite-page.ts';

const COPY: OutputKind = {
  setting: '--out',
  example: '--out dist-offline',
  marks: [GUIDE, PAGE_SCRIPT],
};

/** Refuses a folder that holds anything but an earlier copy. @throws OutputFolderMistake */
export async function guardCopyFolder(environment: SiteEnvironment, copyDir: string): Promise<void> {
  const { contentDir, outDir } = environment;
  await guardOutputFolder({ outDir: copyDir, contentDir }, COPY, [outDir]);
}

/** Makes the copy beside and swaps it in at the end: until then the last good one stands. */
export async function publishCopy(environment: SiteEnvironment, copyDir: string): Promise<void> {
  const { outDir, contentDir, base, siteUrl } = environment;
  await sweepRemains(copyDir, STAGING_PARENT);
  console.log('制作离线版……');
  const { files, bytes } = await inStaging('offline', async (staging) => {
    const report = await copySite({ from: outDir, to: staging, base, siteUrl });
    await writeFile(path.join(staging, GUIDE), guideText(await describeContent(outDir, contentDir)));
    await replaceFolder(copyDir, staging);
    return report;
  });
  const megabytes = (bytes / 1024 / 1024).toFixed(1);
  console.log(
    `完成：${copyDir}，共 ${megabytes} MB、${files + 1} 个文件。整个文件夹复制到 U 盘，双击其中的 index.html 就能看。`,
  );
}
