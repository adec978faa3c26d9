import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { escapeData, escapeProperty } from '../src/lint/reporters/github.ts';
import { type InspectionCheck, inspection } from '../src/schema/api.ts';
import { readArguments, runCommand, UsageError } from './import/read-arguments.ts';

const USAGE = `用法：npm run links [-- --format text|github]
看最近一次生成的网站里有没有打不开的站内链接和附件、没有替代文字的图片（网站自查的“链接与附件”一组）。
先运行 npm run build；网站在环境变量 OUT_DIR 指定的文件夹，默认 dist。站外链接不访问。
  --format    text（默认）给人看，github 在 GitHub 合并请求里显示
  --help      显示这段说明
结束代码：0 没有问题，1 有问题，2 没能进行。`;

/** The group of the inspection that a reader's click depends on. */
const GROUP = '链接与附件';

/** The faults of a built site that a reader would run into. @throws UsageError when there is no site or no report in it. */
export async function linkFaults(dir: string): Promise<InspectionCheck[]> {
  const file = path.join(dir, 'api/inspection.json');
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`发现没有 ${file}，应为生成好的网站。改法：先运行 npm run build。`);
  });
  const read = inspection.safeParse(parseJson(text));
  if (!read.success || read.data.built === null)
    throw new UsageError(`发现 ${file} 不是完整的自查报告，应为 npm run build 写的。改法：重新生成网站。`);
  return read.data.checks.filter(
    ({ group, weight, findings }) => group === GROUP && weight === 'fault' && findings.length > 0,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The faults as text, or as commands that GitHub shows with the pull request. */
export function writeFaults(faults: readonly InspectionCheck[], format: 'text' | 'github'): string {
  const lines = faults.flatMap(({ title, mend, findings }) =>
    findings.map(({ what, url, label }) => {
      const message = `${label}${url === null ? '' : `（${url}）`}：${what}。改法：${mend}`;
      return format === 'text'
        ? `${title} ${message}`
        : `::error title=${escapeProperty(title)}::${escapeData(message)}`;
    }),
  );
  const closing =
    lines.length === 0
      ? '站内链接和附件都打得开。'
      : `共 ${lines.length} 处打不开或不合要求，请改正后再合并。`;
  return [...lines, closing].join('\n');
}

async function main(): Promise<number> {
  const { values, positionals } = readArguments(process.argv.slice(2), {
    format: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const [stray] = positionals;
  if (stray !== undefined)
    throw new UsageError(`发现多余的“${stray}”，应只有下面列出的选项。改法：网站的文件夹用 OUT_DIR 指定。`);
  const { format = 'text' } = values;
  if (format !== 'text' && format !== 'github')
    throw new UsageError(`发现不认识的格式 ${format}，应为 text、github 之一。改法：例如 --format github。`);
  const faults = await linkFaults(process.env['OUT_DIR'] || 'dist');
  console.log(writeFaults(faults, format));
  return faults.length > 0 ? 1 : 0;
}

if (import.meta.main) await runCommand(USAGE, main);
