import { availableParallelism } from 'node:os';
import { type FuzzResult, runFuzz } from './fuzz/run-fuzz.ts';
import { readArguments, runCommand, UsageError } from './import/read-arguments.ts';

const USAGE = `用法：npm run fuzz -- [选项]
  --count N   试多少个损坏的文件，省去时为 10000
  --seed N    随机数的种子，省去时为 1；同一种子每次都一样
  --keep DIR  把造成问题的文件留在这个文件夹
每个文件都按导入命令的办法读一遍：不许出错、卡住、写出半个文件、漏报汉字，拒收要说明改法。
退出码：0 没有问题，1 有问题，2 无法运行。`;

function readNumber(text: string | undefined, name: string, preset: number): number {
  if (text === undefined) return preset;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`发现 --${name} ${text}，应为整数。`);
  return Number(text);
}

async function main(): Promise<number> {
  const { values, positionals } = readArguments(process.argv.slice(2), {
    count: { type: 'string' },
    seed: { type: 'string' },
    keep: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (positionals.length > 0) throw new UsageError(`发现多余的 ${positionals.join(' ')}，应为只有选项。`);
  const count = readNumber(values.count, 'count', 10_000);
  const seed = readNumber(values.seed, 'seed', 1);
  const keep = values.keep === undefined ? {} : { keep: values.keep };
  const workers = Math.min(4, availableParallelism());
  const result = await runFuzz({ count, seed, workers, ...keep }, (done) => {
    if (done % 500 === 0) process.stderr.write(`已试 ${done}/${count}\n`);
  });
  console.log(describe(result, seed));
  return result.harms.length > 0 ? 1 : 0;
}

function describe({ imported, refused, harms, bySeed }: FuzzResult, seed: number): string {
  const kinds = [...bySeed].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    `种子 ${seed}：试了 ${imported + refused} 个损坏的文件，导入 ${imported} 个，拒收 ${refused} 个，有问题 ${harms.length} 个。`,
    ...kinds.map(([name, each]) => `  ${name}：导入 ${each.imported}，拒收 ${each.refused}`),
    ...harms.map(
      ({ number, name, mutators, what }) => `✗ 第 ${number} 个（${name}，${mutators.join('+')}）：${what}`,
    ),
  ].join('\n');
}

await runCommand(USAGE, main);
