import type { FootnoteDefinition, Nodes, Table } from 'mdast';
import { bodyFinding, type Judgement, nodesOf } from '../body.ts';
import { passagesOf, placeOf, rangeOf } from '../passages.ts';
import { defineDocumentRule, type Finding, type LintDocument } from '../rule.ts';

/** Text that stands in the file but on no page: footnotes that nothing refers to, cells beyond a table's columns. */
export default defineDocumentRule({
  id: 'lost-text',
  severity: 'error',
  *check(document) {
    const body = document.source.body;
    if (body.includes('[^')) {
      yield* lostFootnotes(document);
      yield* emptyReferences(document);
    }
    if (!body.includes('|')) return;
    for (const node of nodesOf(document.body.tree))
      if (node.type === 'table') yield* lostCells(document, node);
  },
});

function* lostFootnotes(document: LintDocument): Generator<Finding> {
  const nodes = nodesOf(document.body.tree);
  const referred = new Set(
    nodes.flatMap((node) => (node.type === 'footnoteReference' ? [node.identifier] : [])),
  );
  const defined = new Set<string>();
  for (const node of nodes) {
    if (node.type !== 'footnoteDefinition') continue;
    const judgement = judge(node, referred, defined);
    defined.add(node.identifier);
    if (judgement) yield bodyFinding(document, node.position?.start, judgement);
  }
}

function judge(
  { label, identifier }: FootnoteDefinition,
  referred: ReadonlySet<string>,
  defined: ReadonlySet<string>,
): Judgement | undefined {
  const mark = `[^${label ?? identifier}]`;
  if (defined.has(identifier))
    return {
      found: `脚注 ${mark} 写了两次注文，网页上只显示前一次的`,
      expected: '一个脚注只有一处注文',
      fix: `给后一处换一个记号，正文里引用它的地方一并改`,
    };
  if (referred.has(identifier)) return undefined;
  return {
    found: `脚注 ${mark} 的注文没有地方引用，网页上不会显示`,
    expected: `正文里有 ${mark}`,
    fix: `在正文里它所注的地方写上 ${mark}；不要的，删去注文`,
  };
}

/** `[^2]` without its note is shown letter by letter; `\[^2]` is meant so. */
function* emptyReferences(document: LintDocument): Generator<Finding> {
  for (const passage of passagesOf(document)) {
    for (const { index, 0: mark } of passage.text.matchAll(/\[\^[^\]\s]{1,40}\]/g)) {
      const range = rangeOf(document, passage, index, index + 1);
      if (!range || range.end - range.start > 1) continue;
      yield {
        file: document.source.file,
        ...placeOf(document, passage, index),
        found: `脚注 ${mark} 没有注文，网页上照字面显示`,
        expected: `另起一行有注文 ${mark}: ……`,
        fix: `补上注文；不是脚注的，写作 \\${mark}`,
      };
    }
  }
}

function* lostCells(document: LintDocument, table: Table): Generator<Finding> {
  const columns = table.children[0]?.children.length ?? 0;
  for (const row of table.children) {
    const beyond = row.children.slice(columns).filter((cell) => cell.children.length > 0);
    if (beyond.length === 0) continue;
    yield bodyFinding(document, beyond[0]?.position?.start, {
      found: `表格这一行有 ${row.children.length} 格，表头只有 ${columns} 列，多出的“${textOf(beyond).slice(0, 20)}”网页上不会显示`,
      expected: '每行的格数不多于表头的列数',
      fix: '给表头和分隔行补上这一列；格里的竖线写作 \\|',
    });
  }
}

function textOf(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => ('children' in node ? textOf(node.children) : 'value' in node ? node.value : ''))
    .join(' ');
}
