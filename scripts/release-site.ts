/** Packs the built site into one dated, checksummed archive, from which `restore` puts it back. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readEnvironment } from './build/environment.ts';
import { explainFailure } from './build/explain-failure.ts';
import { isOfAnotherRun } from './build/is-running.ts';
import { SITE } from './build/output-folder.ts';
import { readArguments, runCommand } from './import/read-arguments.ts';
import { fileDigest, ReleaseMistake } from './release/checksums.ts';
import { writeArchive } from './release/write-archive.ts';
import { folderIdentity } from './steady-files.ts';

const USAGE = `用法：npm run release [-- --out DIR]
  --out  存档放在哪里，省去时为 releases
把生成好的网站（OUT_DIR 或 dist）打成一个存档，名为 wenku-日期-状态.tar.gz，旁边的 .sha256 是它的校验值。
同一个网站做出的存档字节相同。要换回某一次的网站：npm run restore -- 存档。`;

/** Today by the machine's clock and zone: only the archive's name tells it. */
function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Packs `site` into a file of `out` and returns its path. @throws ReleaseMistake for a folder that is no built site */
export async function releaseSite(site: string, out: string, day: string): Promise<string> {
  if (!SITE.marks.every((mark) => existsSync(path.join(site, mark)))) {
    throw new ReleaseMistake(
      `发现 ${site} 里没有生成好的网站，应为 npm run build 的结果。改法：先运行 npm run build。`,
    );
  }
  await mkdir(out, { recursive: true });
  await clearUnfinished(out);
  const unfinished = path.join(out, `.wenku-${process.pid}.tmp`);
  const unfinishedSum = path.join(out, `.wenku-${process.pid}.sha256.tmp`);
  try {
    const packedSite = folderIdentity(site);
    const { files, bytes, state } = await writeArchive(site, unfinished);
    if (folderIdentity(site) !== packedSite) throw replacedMeanwhile(site);
    const archive = path.join(out, `wenku-${day}-${state.slice(0, 12)}.tar.gz`);
    const digest = await fileDigest(unfinished);
    await writeFile(unfinishedSum, `${digest}  ${path.basename(archive)}\n`);
    // Both are whole on the disk by now; an archive without its sum can be restored, a sum alone is worth nothing.
    await rename(unfinished, archive);
    await rename(unfinishedSum, `${archive}.sha256`);
    console.log(`完成：${archive}，${files} 个文件，解开后 ${(bytes / 1024 / 1024).toFixed(1)} MB。`);
    console.log(`换回这一次的网站：npm run restore -- ${archive}`);
    return archive;
  } finally {
    await rm(unfinished, { force: true });
    await rm(unfinishedSum, { force: true });
  }
}

/** What was packed might be half of one site and half of the next. */
function replacedMeanwhile(site: string): ReleaseMistake {
  return new ReleaseMistake(
    `发现打包时 ${site} 换成了新生成的网站，应为打包时不变的网站。改法：等生成完成，再运行一次 npm run release；没有留下存档。`,
  );
}

/** Takes away what releases left that were killed. */
async function clearUnfinished(out: string): Promise<void> {
  for (const name of await readdir(out)) {
    const pid = /^\.wenku-(\d+)(?:\.sha256)?\.tmp$/.exec(name)?.[1];
    if (pid !== undefined && !isOfAnotherRun(Number(pid))) await rm(path.join(out, name), { force: true });
  }
}

if (import.meta.main)
  await runCommand(USAGE, async () => {
    const { values } = readArguments(process.argv.slice(2), {
      out: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    });
    if (values.help) {
      console.log(USAGE);
      return 0;
    }
    try {
      await releaseSite(readEnvironment().outDir, values.out ?? 'releases', today());
      return 0;
    } catch (error) {
      const message = explainFailure(error);
      if (message === undefined) throw error;
      console.error(message);
      return 1;
    }
  });
