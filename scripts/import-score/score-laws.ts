import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Draft } from '../../src/import/make-draft.ts';
import { essence } from '../../src/import/verify.ts';
import { readBack } from '../import/read-back.ts';
import { encodeGb18030 } from './encode-gb18030.ts';
import { bodyOf, importBytes, type Score } from './import-bytes.ts';

/** A heading of a law: its rank among those that the source has, 0 outermost, and its text. */
interface Heading {
  level: number;
  text: string;
}

/**
 * Imports every law as Markdown, and again as plain text in GB18030 without heading marks, and compares the tree of
 * headings with the source's own marks, and the title and date with its name.
 */
export async function scoreLaws(folder: string): Promise<Score | undefined> {
  const laws = path.join(folder, 'laws');
  if (!existsSync(laws)) return undefined;
  const files = readdirSync(laws).filter((file) => file.endsWith('.md'));
  const lines: string[] = [];
  let dated = 0;
  const undated: string[] = [];
  let headings = 0;
  for (const file of files) {
    const text = readFileSync(path.join(laws, file), 'utf8');
    headings += headingsOf(text).length;
    const marked = await scoreOne(text, file, new TextEncoder().encode(text));
    const bare = text.replace(/^#{1,6}\s+/gm, '');
    const plain = await scoreOne(
      text,
      `${file} 去掉记号`,
      encodeGb18030(bare),
      file.replace(/\.md$/, '.txt'),
    );
    dated += marked.dated ? 1 : 0;
    undated.push(
      ...(marked.dated || !tellsDay(text, file) ? [] : [`  （日期）${file}：${marked.day ?? '没有认出'}`]),
    );
    lines.push(...marked.problems, ...plain.problems);
  }

  const head = `法律 ${files.length} 份，标题 ${headings} 个，两种来源共不符 ${lines.length} 处；文件名里的日期题注也写着的 ${dated + undated.length} 份，认出 ${dated} 份`;
  return { lines: [head, ...lines, ...undated], wrong: lines.length };
}

/** True when a line under the title has the day that the file is named after. */
function tellsDay(text: string, file: string): boolean {
  const day = /\((\d{4})-(\d\d)-(\d\d)\)/.exec(file);
  if (!day) return false;
  const written = `${day[1]}年${Number(day[2])}月${Number(day[3])}日`;
  return text
    .split('\n')
    .slice(1, 12)
    .some((line) => line.startsWith(written) && !/施行$/.test(line));
}

async function scoreOne(
  text: string,
  name: string,
  bytes: Uint8Array,
  fileName = name,
): Promise<{ problems: string[]; dated: boolean; day?: unknown }> {
  const drafts = await importBytes(bytes, fileName, 'policies').catch((error: unknown) => String(error));
  if (typeof drafts === 'string') return { problems: [`  ${name}：${drafts}`], dated: false };
  const [draft] = drafts;
  if (!draft || drafts.length > 1) return { problems: [`  ${name}：得到 ${drafts.length} 份`], dated: false };
  const day = /\((\d{4}-\d\d-\d\d)\)/.exec(name)?.[1];
  return {
    problems: [...treeProblems(text, draft), ...titleProblems(text, draft), ...lostHan(text, draft)].map(
      (problem) => `  ${name}：${problem}`,
    ),
    dated: day !== undefined && draft.frontmatter['issuedOn'] === day,
    day: draft.frontmatter['issuedOn'],
  };
}

function lostHan(text: string, draft: Draft): string[] {
  const read = readBack(bodyOf(draft));
  if (!read.ok) return [read.reason];
  const han = (each: string): string => (each.match(/\p{Script=Han}/gu) ?? []).toSorted().join('');
  const title = String(draft.frontmatter['title']);
  const { printedLine = '' } = draft.frontmatter['source'] as { printedLine?: string };
  return han(text) === han(read.text + title + printedLine) ? [] : ['汉字有出入'];
}

function titleProblems(text: string, draft: Draft): string[] {
  const title = [...text.matchAll(/^# (.*)$/gm)].map(([, words]) => words).join('');
  const is = String(draft.frontmatter['title']);
  return essence(is) === essence(title) ? [] : [`标题是 ${is}，应为 ${title}`];
}

function treeProblems(text: string, draft: Draft): string[] {
  const wanted = ranked(headingsOf(text));
  const found = ranked(headingsOf(bodyOf(draft)));
  const show = ({ level, text: words }: Heading): string => `${level} ${essence(words.replace(/\\/g, ''))}`;
  const [a, b] = [wanted.map(show), found.map(show)];
  const at = a.findIndex((line, index) => line !== b[index]);
  if (at < 0 && a.length === b.length) return [];
  const spot = at < 0 ? a.length : at;
  return [
    `标题 ${a.length} 个，得到 ${b.length} 个；第 ${spot + 1} 个应为“${a[spot] ?? '无'}”，得到“${b[spot] ?? '无'}”`,
  ];
}

/** ATX headings below the title. */
function headingsOf(text: string): Heading[] {
  return [...text.matchAll(/^(#{2,6})\s+(.*)$/gm)].map(([, marks = '', words = '']) => ({
    level: marks.length,
    text: words,
  }));
}

/** Levels as ranks among those in use. */
function ranked(headings: readonly Heading[]): Heading[] {
  const levels = [...new Set(headings.map(({ level }) => level))].sort((a, b) => a - b);
  return headings.map(({ level, text }) => ({ level: levels.indexOf(level), text }));
}
