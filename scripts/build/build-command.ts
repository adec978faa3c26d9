import process from 'node:process';
import { UsageError, usageMessage } from '../import/read-arguments.ts';
import { type BuildArguments, readBuildArguments, TAKEN_BY_NPM, takenByNpm, USAGE } from './arguments.ts';
import { runBuild } from './run-build.ts';

/** What was typed; undefined, with the message printed, when it can't be followed. */
function readTyped(): BuildArguments | undefined {
  try {
    return readBuildArguments(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(usageMessage(error, USAGE));
    return undefined;
  }
}

/** npm run build. Returns the exit code: 0 built, 1 refused or failed, 2 not understood. */
export async function buildCommand(): Promise<number> {
  const typed = readTyped();
  if (!typed) return 2;
  if (typed.help) {
    console.log(USAGE);
    return 0;
  }
  const built = await runBuild(undefined, typed.offline ? typed : undefined);
  if (built && !typed.offline && takenByNpm(process.env)) console.log(TAKEN_BY_NPM);
  return built ? 0 : 1;
}
