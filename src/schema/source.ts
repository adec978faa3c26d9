import { isMap, LineCounter, parseDocument } from 'yaml';
import type { Collection } from '../core/collections.ts';

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
  syntaxProblems: { line: number; message: string }[];
  /** 1-based line of a frontmatter value, or of its nearest parent that is there; 1 when nothing is. */
  lineOf(path: readonly (string | number)[]): number;
}

const FENCE = /^---[ \t]*\r?\n/;
const CLOSING = /^---[ \t]*(?:\r?\n|$)/m;

/** Splits a content file and reads its YAML. Never throws: problems are in `syntaxProblems`. */
export function parseSource(collection: Collection, file: string, raw: string): SourceDocument {
  const text = raw.replace(/^\uFEFF/, '');
  const base = { collection, file, text };
  const open = FENCE.exec(text);
  if (!open) return { ...base, ...unreadable(text, 1, '文件开头没有 ---，缺少著录信息') };
  const rest = text.slice(open[0].length);
  const close = CLOSING.exec(rest);
  if (!close) return { ...base, ...unreadable('', 1, '著录信息只有开头的 ---，没有结尾的 ---') };
  const yaml = rest.slice(0, close.index);
  const body = rest.slice(close.index + close[0].length);
  const bodyLine = countLines(text.slice(0, text.length - body.length)) + 1;
  return { ...base, body, bodyLine, ...readYaml(yaml, 1) };
}

/** A YAML text read with positions; `firstLine` is the number of lines before it in its file. */
export function readYaml(yaml: string, firstLine: number) {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const lineAt = (offset: number): number => lines.linePos(offset).line + firstLine;
  const syntaxProblems = document.errors.map((error) => ({
    line: lineAt(error.pos[0]),
    message: yamlMessage(error.code),
  }));
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
  };
}

/** Offset of the key (in a mapping) or the entry (in a list) that a path names. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly (string | number)[]): number | undefined {
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

function unreadable(body: string, line: number, message: string) {
  return { frontmatter: undefined, body, bodyLine: 1, syntaxProblems: [{ line, message }], lineOf: () => line };
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}

const YAML_MESSAGES: Record<string, string> = {
  DUPLICATE_KEY: '同一个字段写了两次',
  BAD_INDENT: '缩进不对齐',
  TAB_AS_INDENT: '缩进用了制表符，应为空格',
  MISSING_CHAR: '缺少引号、括号或冒号后的空格',
  BAD_SCALAR_START: '值以特殊符号开头，应加引号',
  UNEXPECTED_TOKEN: '出现了不该有的符号，含冒号、井号、方括号的值应加引号',
  BLOCK_AS_IMPLICIT_KEY: '一行里出现两个冒号，值应加引号',
  MULTILINE_IMPLICIT_KEY: '字段名跨了行，可能缺少冒号',
};

function yamlMessage(code: string): string {
  return YAML_MESSAGES[code] ?? `不合 YAML 写法（${code}）`;
}
