import { readArguments, UsageError } from '../import/read-arguments.ts';

export const USAGE = `用法：npm run build [-- --offline [--out 文件夹]]
检查内容，生成网站，建立检索，全部放进 dist（环境变量 OUT_DIR 可以换一个文件夹）。
  --offline   另做一份离线版：复制到 U 盘或电脑上，双击其中的 index.html 就能看、能检索，不用联网
  --out       离线版放进哪个文件夹，默认是 dist-offline（网站文件夹的名称加 -offline）
  --help      显示这段说明
离线版里没有只给服务器和程序用的东西：站点地图、robots.txt、订阅、404 页和 api 数据文件。
结束代码：0 完成，1 没有生成（原有的网站未动），2 没能进行。`;

export interface BuildArguments {
  /** Whether to make a copy that is opened from disk. */
  offline: boolean;
  /** Where that copy goes, as typed. */
  out?: string;
  help: boolean;
}

/** Reads the command line. @throws UsageError, in Chinese, for anything that it cannot follow. */
export function readBuildArguments(argv: readonly string[]): BuildArguments {
  const { values, positionals } = readArguments(argv, {
    offline: { type: 'boolean' },
    out: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
  const [stray] = positionals;
  if (stray !== undefined) {
    throw new UsageError(
      `发现多余的“${stray}”，应只有下面列出的选项。改法：文件夹写在 --out 后面，或去掉它。`,
    );
  }
  const { offline = false, help = false, out } = values;
  if (out !== undefined && !offline) {
    throw new UsageError(
      '发现 --out 而没有 --offline，应两个一起用。改法：加上 --offline；网站的文件夹用 OUT_DIR 换。',
    );
  }
  if (out?.trim() === '') {
    throw new UsageError('发现 --out 后面是空的，应为文件夹的路径。改法：写上路径，或去掉它。');
  }
  return { offline, help, ...(out === undefined ? {} : { out }) };
}

/** npm has an --offline of its own, and keeps one that isn't behind `--`. */
export const takenByNpm = (environment: NodeJS.ProcessEnv): boolean =>
  environment['npm_config_offline'] === 'true';

export const TAKEN_BY_NPM =
  '没有做离线版：发现 --offline 写在 -- 的前面，被 npm 当成了它自己的选项。改法：要离线版，应写作 npm run build -- --offline。';
