import { type Document, isMap, LineCounter, parseDocument } from 'yaml';
import type { Collection } from '../core/collections.ts';
import { unreadableYaml, type YamlProblem, yamlProblems } from './yaml-problems.ts';

/** A content file split into frontmatter and body, with positions kept so that every message can name a line. */
export interface SourceDocument {
  collection: Collection;
  /** Path below the content folder with forward slashes, e.g. plans/2012-work-plan.mdx. */
  file: string;
  /** The whole file. */
  text: string;
  /** The frontmatter as plain values, unchecked. */
  frontmatter: unknown;
  /** What follows the frontmatter. */
  body: string;
  /** 1-based line of the file on which the body begins. */
  bodyLine: number;
  /** What makes the frontmatter unreadable as YAML, if anything. */
  syntaxProblems: YamlProblem[];
  /** 1-based line of a frontmatter value, or of its nearest parent that is there; 1 when nothing is. */
  lineOf(path: readonly (string | number)[]): number;
  /** Where a frontmatter value is typed, its quotes included: UTF-16 offsets in `text`; undefined when it isn't there. */
  rangeOf(path: readonly (string | number)[]): { start: number; end: number } | undefined;
}

const FENCE = /^---[ \t]*\r?\n/;
const NO_FRONTMATTER = '在第一行写 ---，其下逐行写“字段: 值”，再以一行 --- 结束';
const NO_CLOSING = '在著录信息的最后一个字段之下加一行 ---';
/** Line ends of very old Macs: no line of the file would be where its author sees it. */
const LONE_RETURN = /\r(?!\n)/;
const RETURNS = '换行用的是旧式的回车符（CR），整个文件读成了一行';
const MEND_RETURNS = '用 VS Code 打开，点右下角的换行格式，改为 LF 后保存';
/** More than any document has to say of itself; the time to read YAML grows with the square of its fields. */
const MOST_FRONTMATTER = 100_000;
const TOO_LONG = `著录信息超过 ${MOST_FRONTMATTER / 10_000} 万字`;
const MEND_LENGTH = '检查结尾的 --- 是不是放到了正文后面；正文写在第二个 --- 之下';
const CLOSING = /^---[ \t]*(?:\r?\n|$)/m;

/** Splits a content file and reads its YAML. Never throws: problems are in `syntaxProblems`. */
export function parseSource(collection: Collection, file: string, raw: string): SourceDocument {
  const text = raw.replace(/^\uFEFF/, '');
  const base = { collection, file, text };
  if (LONE_RETURN.test(text.slice(0, 4)) && !text.includes('\n'))
    return { ...base, ...unreadable('', RETURNS, MEND_RETURNS) };
  const open = FENCE.exec(text);
  if (!open) return { ...base, ...unreadable(text, '文件开头没有 ---，缺少著录信息', NO_FRONTMATTER) };
  const rest = text.slice(open[0].length);
  const close = CLOSING.exec(rest);
  if (!close) return { ...base, ...unreadable('', '著录信息只有开头的 ---，没有结尾的 ---', NO_CLOSING) };
  const yaml = rest.slice(0, close.index);
  if (yaml.length > MOST_FRONTMATTER) return { ...base, ...unreadable('', TOO_LONG, MEND_LENGTH) };
  const body = rest.slice(close.index + close[0].length);
  const bodyLine = countLines(text.slice(0, text.length - body.length)) + 1;
  return { ...base, body, bodyLine, ...readYaml(yaml, 1, open[0].length) };
}

/**
 * A YAML text read with positions; `firstLine` is the number of lines before it in its file, `from` the number of
 * UTF-16 units. Never throws.
 */
export function readYaml(
  yaml: string,
  firstLine: number,
  from = 0,
): Pick<SourceDocument, 'frontmatter' | 'syntaxProblems' | 'lineOf' | 'rangeOf'> {
  const lines = new LineCounter();
  const document = parseYaml(yaml, lines);
  if (!document) return unreadableText(firstLine);
  const lineAt = (offset: number): number => lines.linePos(offset).line + firstLine;
  const syntaxProblems = yamlProblems(document, lineAt);
  return {
    frontmatter: syntaxProblems.length > 0 ? undefined : (document.toJS({ maxAliasCount: 0 }) as unknown),
    syntaxProblems,
    lineOf: (path: readonly (string | number)[]): number => {
      for (let depth = path.length; depth > 0; depth--) {
        const offset = offsetOf(document, path.slice(0, depth));
        if (offset !== undefined) return lineAt(offset);
      }
      return Math.max(firstLine, 1);
    },
    rangeOf: (path: readonly (string | number)[]) => {
      const [start, end] = rangeIn(document, path) ?? [];
      return start === undefined || end === undefined ? undefined : { start: from + start, end: from + end };
    },
  };
}

/** Start and end of the value that a path names. */
function rangeIn(
  document: Document.Parsed,
  path: readonly (string | number)[],
): readonly number[] | undefined {
  const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
  return node?.range?.slice(0, 2);
}

/** Undefined when the YAML library itself breaks down, which only a hostile text brings about. */
function parseYaml(yaml: string, lineCounter: LineCounter): Document.Parsed | undefined {
  try {
    return parseDocument(yaml, { lineCounter, prettyErrors: false, uniqueKeys: true });
  } catch {
    return undefined;
  }
}

function unreadableText(firstLine: number) {
  const problem = unreadableYaml();
  const line = problem.line + firstLine;
  return {
    frontmatter: undefined,
    syntaxProblems: [{ ...problem, line }],
    lineOf: () => line,
    rangeOf: () => undefined,
  };
}

/** Offset of the key (in a mapping) or the entry (in a list) that a path names. */
function offsetOf(document: Document.Parsed, path: readonly (string | number)[]): number | undefined {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const last = path.at(-1);
  if (isMap(parent)) {
    const pair = parent.items.find((item) => String(item.key) === String(last));
    const key = pair?.key as { range?: [number, number, number] } | undefined;
    return key?.range?.[0];
  }
  const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
  return node?.range?.[0];
}

function unreadable(body: string, message: string, fix: string) {
  return {
    frontmatter: undefined,
    body,
    bodyLine: 1,
    syntaxProblems: [{ line: 1, message, fix }],
    lineOf: () => 1,
    rangeOf: () => undefined,
  };
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}
