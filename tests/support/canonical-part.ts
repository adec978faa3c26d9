import { parseDocument } from 'htmlparser2';
import { escapeHtml } from '../../src/core/escape-html.ts';

/** Elements that begin a line, so that a difference is told by its line. */
const LINES = /^w:(?:p|tbl|tr|tc|sectPr|lvl|num|abstractNum|footnote|drawing|style)$/;

type Node = ReturnType<typeof parseDocument>['children'][number];

/** The names of a part's relations and what they lead to. */
export function relationTargets(rels: string): Map<string, string> {
  const relations = rels.matchAll(/<Relationship Id="([^"]*)"[^>]*Target="([^"]*)"/g);
  return new Map([...relations].map(([, id = '', target = '']) => [id, target]));
}

/**
 * A part's XML in a form that is the same for all ways to write it: attributes sorted, namespaces undeclared, relations
 * replaced by what they lead to.
 */
export function canonicalPart(xml: string, targets: ReadonlyMap<string, string>): string {
  const write = (node: Node): string => {
    if ('data' in node && node.type === 'text') return escapeHtml(node.data);
    if (!('attribs' in node)) return '';
    const attributes = Object.entries(node.attribs)
      .filter(([name]) => !/^xmlns(?::|$)/.test(name))
      .map(([name, value]) => [name, /^r:(?:id|embed)$/.test(name) ? (targets.get(value) ?? '?') : value])
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
      .map(([name, value = '']) => ` ${name}="${escapeHtml(value)}"`);
    const inner = node.children.map(write).join('');
    const start = LINES.test(node.name) ? '\n' : '';
    const tag = `${start}<${node.name}${attributes.join('')}`;
    return inner === '' ? `${tag}/>` : `${tag}>${inner}</${node.name}>`;
  };
  return parseDocument(xml, { xmlMode: true }).children.map(write).join('').trim();
}
