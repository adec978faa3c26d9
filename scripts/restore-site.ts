/** Puts a released site back in its place, after every file of it was compared with its checksum. */
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { readEnvironment, type SiteEnvironment } from './build/environment.ts';
import { explainFailure } from './build/explain-failure.ts';
import { guardOutputFolder, replaceFolder, SITE, sweepRemains } from './build/output-folder.ts';
import { inStaging, STAGING_PARENT } from './build/staging.ts';
import { readArguments, runCommand, UsageError } from './import/read-arguments.ts';
import {
  CHECKSUMS,
  compareDigests,
  fileDigest,
  filesBelow,
  ReleaseMistake,
  readChecksums,
} from './release/checksums.ts';
import { readArchive } from './release/read-archive.ts';

const USAGE = `用法：npm run restore -- 存档.tar.gz [--verify]
  --verify  只核对，不换
核对存档里的每个文件，再把 OUT_DIR（省去时为 dist）整个换成它；核对不过的，原来的网站不动。`;
/** So many differences are told one by one. */
const NAMED = 10;

/** Unpacks an archive into `into` and holds every file against its checksum; returns how many there are. */
export async function unpackRelease(archive: string, into: string): Promise<number> {
  if (!existsSync(archive)) {
    throw new ReleaseMistake(
      `发现没有 ${archive} 这个文件，应为 npm run release 做出的存档。改法：检查路径。`,
    );
  }
  await compareWithSidecar(archive);
  await readArchive(archive, into);
  const list = path.join(into, CHECKSUMS);
  const wanted = readChecksums(await readFile(list, 'utf8').catch(() => ''));
  const found = new Map<string, string>();
  for (const file of await filesBelow(into))
    if (file !== CHECKSUMS) found.set(file, await fileDigest(path.join(into, file)));
  const faults = compareDigests(wanted, found);
  const whole = SITE.marks.every((mark) => wanted.has(mark));
  if (whole && faults.length === 0) {
    await rm(list);
    return found.size;
  }
  const told = [...(whole ? [] : ['里面不是一个网站']), ...faults.slice(0, NAMED)].join('；');
  const rest = faults.length > NAMED ? `，共 ${faults.length} 处` : '';
  throw new ReleaseMistake(
    `发现 ${archive} 与它的校验值不符（${told}${rest}），应为完好的存档。改法：换一份存档；原来的网站未动。`,
  );
}

async function compareWithSidecar(archive: string): Promise<void> {
  const sidecar = await readFile(`${archive}.sha256`, 'utf8').catch(() => undefined);
  const [wanted] = sidecar?.split(/\s/) ?? [];
  if (wanted === undefined || wanted === (await fileDigest(archive))) return;
  throw new ReleaseMistake(
    `发现 ${archive} 与旁边 .sha256 里的校验值不符，应为没有改动过的存档。改法：重新复制一份；原来的网站未动。`,
  );
}

/** Puts the site of an archive in the place of the present one. */
export async function restoreSite(
  archive: string,
  environment: Pick<SiteEnvironment, 'outDir' | 'contentDir'>,
  verifyOnly: boolean,
): Promise<void> {
  const { outDir } = environment;
  if (!verifyOnly) {
    await guardOutputFolder(environment);
    await sweepRemains(outDir, STAGING_PARENT);
  }
  await inStaging('site', async (staging) => {
    const files = await unpackRelease(archive, staging);
    if (verifyOnly) return console.log(`${archive} 完好：${files} 个文件都与校验值相符。`);
    await replaceFolder(outDir, staging);
    console.log(`完成：${outDir} 已换成 ${archive} 里的网站，${files} 个文件都与校验值相符。`);
  });
}

if (import.meta.main)
  await runCommand(USAGE, async () => {
    const { values, positionals } = readArguments(process.argv.slice(2), {
      verify: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    });
    if (values.help) {
      console.log(USAGE);
      return 0;
    }
    const [archive, ...more] = positionals;
    if (archive === undefined || more.length > 0)
      throw new UsageError(`发现写了 ${positionals.length} 个存档，应为一个 .tar.gz 文件。`);
    try {
      await restoreSite(archive, readEnvironment(), values.verify ?? false);
      return 0;
    } catch (error) {
      const message = explainFailure(error);
      if (message === undefined) throw error;
      console.error(message);
      return 1;
    }
  });
