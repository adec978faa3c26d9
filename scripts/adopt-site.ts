import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { SiteConfig } from '../src/site.config.ts';
import { asking, askNames, canAsk, Interrupted } from './adopt/ask-names.ts';
import { type GitState, gitState } from './adopt/git-state.ts';
import { type AdoptArguments, newSettings, readCommand, USAGE } from './adopt/read-names.ts';
import { SETTINGS_FILE, seedFiles, TOUCHED } from './adopt/seed-files.ts';
import { type Settings, UnknownSettings } from './adopt/settings.ts';
import { keepCopy, readSettings, stripContent, writeSettings } from './adopt/take-over.ts';
import { runCommand, UsageError } from './import/read-arguments.ts';

/** How many files a message names. */
const NAMED = 20;

/** What is going to be done. */
interface Undertaking {
  root: string;
  settings: Settings;
  /** Files to remove, below the root. */
  files: readonly string[];
  git: GitState;
}

async function main(): Promise<number> {
  const command = readCommand(process.argv.slice(2));
  if (command.help) {
    console.log(USAGE);
    return 0;
  }
  const root = process.cwd();
  if (!existsSync(path.join(root, SETTINGS_FILE)))
    throw new UsageError(
      `发现 ${root} 里没有 ${SETTINGS_FILE}，应在文库的文件夹里运行。改法：先进到那个文件夹。`,
    );
  const settled = await readSettings(root);
  const typed = await namesFor(command, settled);
  const settings = newSettings(typed);
  // Who has the library already sets names only: its own documents are not to be lost.
  const keeps = command.keepContent || (!command.stripContent && settings.office === settled.office);
  const undertaking: Undertaking = {
    ...{ root, settings, files: keeps ? [] : await seedFiles(root) },
    git: await gitState(root, keeps ? [SETTINGS_FILE] : TOUCHED),
  };
  return (await mayGoOn(undertaking, settled, keeps, command))
    ? await undertake(undertaking, keeps)
    : endOf(command);
}

/** The names as typed, or asked for where nothing was typed and somebody can answer. */
async function namesFor({ typed }: AdoptArguments, settled: SiteConfig): Promise<AdoptArguments['typed']> {
  if (typed.office !== undefined || !canAsk()) return typed;
  return { ...(await asking((terminal) => askNames(terminal, settled))), ...typed };
}

/** Without asking, nothing was done: that is what was wished for in a dry run only. */
function endOf({ dryRun }: AdoptArguments): 0 | 1 {
  return dryRun ? 0 : 1;
}

/** Says what will be done, and finds out whether it may. */
async function mayGoOn(
  { settings, files, git }: Undertaking,
  settled: SiteConfig,
  keeps: boolean,
  { dryRun, yes }: AdoptArguments,
): Promise<boolean> {
  console.log(planWords(settings, settled, files, keeps));
  if (git.unsaved.length > 0) {
    console.error(
      `发现还有没提交的改动或不在 git 里的文件，应先提交，以便退回；什么也没有动：\n${listed(git.unsaved)}\n改法：git add -A && git commit -m "接手之前"；git 不收的（如 content/inbox/_已转换）和用不着的，先移到这个文件夹外面。`,
    );
    return false;
  }
  if (dryRun) {
    console.log('这是试运行，什么也没有动。');
    return false;
  }
  if (yes || files.length === 0) return true;
  if (canAsk()) {
    const answer = await asking((terminal) => terminal.question('确定要做，请输入 yes：'));
    if (/^\s*(?:y|yes|是|确定)\s*$/i.test(answer)) return true;
    console.log('什么也没有动。');
    return false;
  }
  console.error('什么也没有动。确定要做的，在命令后面加 --yes。');
  return false;
}

function planWords(
  settings: Settings,
  settled: SiteConfig,
  files: readonly string[],
  keeps: boolean,
): string {
  const names = Object.entries(settings).flatMap(([key, value]) =>
    typeof value === 'string' ? `  ${key}：${value || '（空着）'}` : [],
  );
  const content = keeps
    ? [
        settings.office === settled.office
          ? `文库已经是${settled.office}的，不删文件；要清空重来的，加 --strip-content。`
          : '不删文件。',
      ]
    : [`删去${settled.office}的 ${files.length} 个文件：`, listed(files)];
  return [
    ...content,
    `在 ${SETTINGS_FILE} 里写上：`,
    ...names,
    '  示例检索词、备案号、主办单位等：清空',
  ].join('\n');
}

function listed(files: readonly string[]): string {
  const more = files.length > NAMED ? [`  ……等，共 ${files.length} 个`] : [];
  return [...files.slice(0, NAMED).map((file) => `  ${file}`), ...more].join('\n');
}

async function undertake({ root, settings, files, git }: Undertaking, keeps: boolean): Promise<number> {
  const copy = git.known.length > 0 ? undefined : await keepCopy(root);
  await writeSettings(root, settings);
  if (!keeps) await stripContent(root, files);
  const undo = copy
    ? `想退回：把 ${copy} 里的文件复制回来。`
    : `想退回：git restore --source=HEAD --staged --worktree -- ${git.known.join(' ')}`;
  console.log(
    [
      `文库现在是${settings.office}的了。${undo}`,
      '下一步：',
      '  1. npm run check 和 npm start，看看空的网站。',
      '  2. git add -A && git commit -m "接手"，存下来。',
      '  3. 放进第一份文件：npm run import -- 去年的计划.docx --to plans；从头写：npm run new -- plan',
      `  4. 有了文件，在 ${SETTINGS_FILE} 的 exampleSearches 里写三个找得到的检索词；机关代字写进 content/agencies.yml；主题表 content/topics.yml 沿用，可以增删；其余设置照旧，请看一遍。`,
    ].join('\n'),
  );
  if (!keeps && canAsk()) await offerFirst();
  return 0;
}

/** Whoever sits there may have the first document made at once. */
async function offerFirst(): Promise<void> {
  const answer = await asking((terminal) =>
    terminal.question('现在新建一份空的工作计划（草稿）吗？输入 y 新建，按回车跳过：'),
  ).catch((error: unknown) => {
    if (error instanceof Interrupted) return '';
    throw error;
  });
  if (!/^\s*(?:y|yes|是)\s*$/i.test(answer)) return;
  spawnSync(process.execPath, [path.join(import.meta.dirname, 'new-document.ts'), 'plan'], {
    stdio: 'inherit',
  });
}

await runCommand(USAGE, async () => {
  try {
    return await main();
  } catch (error) {
    if (error instanceof Interrupted) {
      console.log('\n已中断，什么也没有动。');
      return 1;
    }
    if (!(error instanceof UnknownSettings)) throw error;
    console.error(error.message);
    return 2;
  }
});
