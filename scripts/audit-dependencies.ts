import { execFile } from 'node:child_process';
import process from 'node:process';
import { readAudit } from '../src/inspect/weak-packages.ts';
import { readArguments, runCommand, UsageError } from './import/read-arguments.ts';

const USAGE = `用法：npm run audit [-- --if-reachable]
问 npm 的软件包库：生成网站用到的软件包有没有已知的弱点。只看 package-lock.json，不安装任何东西。
  --if-reachable  软件包库问不到（断网，或镜像不答这一类问题）时只提醒
结束代码：0 没有高或严重的弱点，1 有，2 没能问到。`;

const UNANSWERED =
  '发现软件包库没有回答，应为能回答 npm audit 的库。改法：检查网络；用镜像的，换成有这项服务的，或在别的电脑上运行。这一次什么也没有查。';

/** npm's own report; it ends with an error both for weaknesses and for no answer, so that only its words tell. */
function askNpm(): Promise<string> {
  const args = ['audit', '--package-lock-only', '--omit=dev', '--json', '--prefer-online'];
  // Under npm its own program is known; npm by its name needs a shell on Windows.
  const npm = process.env['npm_execpath'];
  const [program, before] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  // Offline npm takes no answer for no weakness.
  const env = { ...process.env, npm_config_offline: 'false' };
  return new Promise((resolve) => {
    execFile(
      program,
      [...before, ...args],
      { env, maxBuffer: 64 * 1024 * 1024, timeout: 300_000 },
      (_error, out) => resolve(out),
    );
  });
}

async function main(): Promise<number> {
  const { values, positionals } = readArguments(process.argv.slice(2), {
    'if-reachable': { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (positionals[0] !== undefined)
    throw new UsageError(`发现多余的“${positionals[0]}”，应只有下面列出的选项。`);
  const result = readAudit(await askNpm());
  if (!result.asked) {
    const isTolerated = values['if-reachable'] === true;
    console.error(
      isTolerated && process.env['GITHUB_ACTIONS'] === 'true' ? `::warning::${UNANSWERED}` : UNANSWERED,
    );
    return isTolerated ? 0 : 2;
  }
  for (const line of result.lines) console.log(line);
  console.log(
    `查了生成网站用到的软件包：${result.lines.length} 个有已知弱点，其中高或严重的 ${result.grave} 个。`,
  );
  return result.grave > 0 ? 1 : 0;
}

if (import.meta.main) await runCommand(USAGE, main);
