/** Packs the built site into one dated, checksummed archive, from which `restore` puts it back. */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readEnvironment } from './build/environment.ts';
import { explainFailure } from './build/explain-failure.ts';
import { SITE } from './build/output-folder.ts';
import { readArguments, runCommand } from './import/read-arguments.ts';
import { fileDigest, ReleaseMistake } from './release/checksums.ts';
import { writeArchive } from './release/write-archive.ts';

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
  const unfinished = path.join(out, `.wenku-${process.pid}.tmp`);
  try {
    await rm(unfinished, { force: true });
    const { files, bytes, state } = await writeArchive(site, unfinished);
    const archive = path.join(out, `wenku-${day}-${state.slice(0, 12)}.tar.gz`);
    const digest = await fileDigest(unfinished);
    await writeFile(`${archive}.sha256`, `${digest}  ${path.basename(archive)}\n`);
    await rename(unfinished, archive);
    console.log(`完成：${archive}，${files} 个文件，解开后 ${(bytes / 1024 / 1024).toFixed(1)} MB。`);
    console.log(`换回这一次的网站：npm run restore -- ${archive}`);
    return archive;
  } finally {
    await rm(unfinished, { force: true });
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
