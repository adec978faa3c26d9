import { type Document, isAlias, isCollection, visit } from 'yaml';

/** Something that makes a YAML text unreadable, or makes it mean something other than what it says. */
export interface YamlProblem {
  /** 1-based line of the file. */
  line: number;
  message: string;
  fix: string;
}

interface Wording {
  message: string;
  fix: string;
}

const QUOTE_VALUE = '给整个值加英文双引号，例如 title: "关于：某事的通知"';

const TAG: Wording = { message: '值以 ! 开头，被当成了标记', fix: QUOTE_VALUE };

/** The YAML library's error codes in an editor's words. */
const WORDINGS: Record<string, Wording> = {
  DUPLICATE_KEY: { message: '同一个字段写了两次', fix: '两处合为一处，或删去多余的一处' },
  BAD_INDENT: { message: '缩进不对齐，或括号没有成对', fix: '同级各行左端对齐，检查这一行的括号是否成对' },
  TAB_AS_INDENT: { message: '缩进用了制表符', fix: '把制表符换成空格' },
  MISSING_CHAR: { message: '缺少配对的引号、括号，或冒号后的空格', fix: '补上缺少的符号' },
  BAD_SCALAR_START: { message: '值以特殊符号（@ ` % 等）开头', fix: QUOTE_VALUE },
  UNEXPECTED_TOKEN: { message: '出现了不该有的符号，多半是值里的方括号、冒号或井号', fix: QUOTE_VALUE },
  BLOCK_AS_IMPLICIT_KEY: { message: '一行里出现两个“冒号加空格”', fix: QUOTE_VALUE },
  MULTILINE_IMPLICIT_KEY: {
    message: '字段名跨了行，可能缺少冒号',
    fix: '每行写作“字段: 值”，冒号用半角，后面空一格',
  },
  MULTIPLE_DOCS: { message: '著录信息中间有单独成行的 ... 或 ---', fix: '删去这一行' },
  RESOURCE_EXHAUSTION: { message: '括号或缩进的层次太深', fix: '照字段说明页的样式重写这个字段' },
  BAD_ALIAS: { message: '值以 * 或 & 开头，被当成了别名', fix: QUOTE_VALUE },
};

/** Every problem of a parsed YAML document, one per line of the file; `lineAt` turns an offset into that line. */
export function yamlProblems(document: Document.Parsed, lineAt: (offset: number) => number): YamlProblem[] {
  const problems = document.errors.map(({ code, pos, message }) => ({
    line: lineAt(startOf(document, pos[0])),
    ...(message.startsWith('Tags and anchors') ? TAG : wordingOf(code)),
  }));
  const found = problems.length > 0 ? problems : silentChanges(document, lineAt);
  const seen = new Set<number>();
  return found.filter(({ line }) => !seen.has(line) && seen.add(line));
}

/** Where the fault begins: a quotation without an end runs to the end of the text, which is where the library puts it. */
function startOf(document: Document.Parsed, offset: number): number {
  let start = offset;
  visit(document, {
    Scalar(_key, node) {
      const [from, to] = node.range ?? [offset, 0];
      if (node.type?.startsWith('QUOTE') && from < offset && offset <= to) start = from;
    },
  });
  return start;
}

/**
 * What YAML accepts but reads as something else than text: `**课程` is an alias, `&研室` an anchor, `!重要` a tag.
 * All three would lose characters of a title, and aliases can be nested into an explosion, so none is allowed.
 */
function silentChanges(document: Document.Parsed, lineAt: (offset: number) => number): YamlProblem[] {
  const problems: YamlProblem[] = [];
  const add = (offset: number | undefined, wording: Wording) =>
    problems.push({ line: lineAt(offset ?? 0), ...wording });
  visit(document, {
    Node(_key, node) {
      if (isAlias(node) || node.anchor) add(node.range?.[0], wordingOf('BAD_ALIAS'));
      else if (node.tag?.startsWith('!') || isForeignTag(node.tag)) add(node.range?.[0], TAG);
    },
    Pair(_key, pair) {
      if (!isCollection(pair.key)) return;
      add(pair.key.range?.[0], { message: '字段名是列表或括号', fix: '每行写作“字段: 值”，字段名不加括号' });
    },
  });
  return problems;
}

/** `!!js/function` is written out by the library; the tags that it gives to plain values are those of the core schema. */
function isForeignTag(tag: string | undefined): boolean {
  return (
    tag !== undefined &&
    !/^tag:yaml\.org,2002:(?:str|map|seq|int|float|bool|null|binary|timestamp|merge)$/.test(tag)
  );
}

/** Words for a text on which the YAML library gave up altogether. */
export function unreadableYaml(): YamlProblem {
  return { line: 1, ...wordingOf('RESOURCE_EXHAUSTION') };
}

function wordingOf(code: string): Wording {
  return WORDINGS[code] ?? { message: `不合 YAML 写法（${code}）`, fix: '照字段说明页的样式改写这一行' };
}
