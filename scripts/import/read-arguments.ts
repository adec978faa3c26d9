import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { explainFailure } from '../build/explain-failure.ts';

/** The command cannot run as it was typed; the message is for the user, in Chinese. */
export class UsageError extends Error {}

/**
 * Node's argument parser, with its complaints in Chinese.
 * @throws UsageError for an unknown option or one that lacks its value.
 */
export function readArguments<T extends ParseArgsOptionsConfig>(argv: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch (error) {
    const option = /'(-[^' ]*)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    throw new UsageError(`发现不认识或缺少值的选项 ${option}，应为下面列出的选项。`);
  }
}

/** Without `--` before them npm takes the options for its own and passes on only their values: the commonest slip. */
function separatorHint(): string {
  const typed = process.argv.slice(2);
  const command = process.env['npm_lifecycle_event'];
  if (command === undefined || typed.length === 0 || typed.some((word) => word.startsWith('-'))) return '';
  return `\n改法：若已写了选项仍报此错，是命令名后面少了 --，应写作 npm run ${command} -- ……。`;
}

/** What to print for a command that cannot run as it was typed. */
export function usageMessage({ message }: UsageError, usage: string): string {
  return `${message}${separatorHint()}\n\n${usage}`;
}

/** Runs a command and turns what it throws into a message and an exit code; never a stack trace. */
export async function runCommand(usage: string, main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof UsageError ? usageMessage(error, usage) : failureMessage(error));
    process.exitCode = 2;
  }
}

/** What to print for anything else that ended a command: a refusal of the system in words, a fault of ours as it is. */
export function failureMessage(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return (
    explainFailure(error) ?? `没能进行：程序出错（${reason}）。改法：把这段文字和用的命令交给网站维护者。`
  );
}
