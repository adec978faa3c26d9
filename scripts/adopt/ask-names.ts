import process from 'node:process';
import { createInterface, type Interface } from 'node:readline/promises';
import type { SiteConfig } from '../../src/site.config.ts';
import { UsageError } from '../import/read-arguments.ts';
import { type AdoptArguments, READ_NAME } from './read-names.ts';

/** Whether somebody sits there who can answer; never in CI. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true && !process.env['CI'];
}

/** Ctrl+C, Ctrl+D or the end of the input in place of an answer. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Runs a conversation on the terminal. @throws Interrupted when it is broken off, which leaves a question unanswered. */
export async function asking<T>(talk: (terminal: Interface) => Promise<T>): Promise<T> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const broken = new Promise<never>((_resolve, reject) => {
    terminal.once('close', () => reject(new Interrupted()));
  });
  try {
    return await Promise.race([talk(terminal), broken]);
  } finally {
    terminal.close();
  }
}

/** Asks for each name; an empty answer leaves the setting as it is, but for the office, which is asked for again. */
export async function askNames(
  terminal: Pick<Interface, 'question'>,
  { name, description, url, basePath }: SiteConfig,
): Promise<AdoptArguments['typed']> {
  const questions: readonly (readonly [keyof typeof READ_NAME, string])[] = [
    ['office', '机关名，如 云岭区教研室：'],
    ['name', `网站名称（现在是“${name}”，不改就按回车）：`],
    ['description', `一句话说明（现在是“${description}”，不改就按回车）：`],
    ['url', `网址，只到域名（现在是 ${url}，还没有定就按回车）：`],
    ['base', `在域名下的路径（现在是 ${basePath}，不改就按回车）：`],
    ['contact', '缺文件时联系谁（没有就按回车）：'],
  ];
  const typed: AdoptArguments['typed'] = {};
  for (const [option, question] of questions) {
    const answer = await askUntilRight(terminal, question, option);
    if (answer !== '') typed[option] = answer;
  }
  return typed;
}

async function askUntilRight(
  terminal: Pick<Interface, 'question'>,
  question: string,
  option: keyof typeof READ_NAME,
): Promise<string> {
  for (;;) {
    const answer = (await terminal.question(question)).trim();
    if (answer === '' && option !== 'office') return '';
    try {
      return READ_NAME[option](answer);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      console.log(error.message);
    }
  }
}
