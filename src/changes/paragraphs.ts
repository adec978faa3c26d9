import type { Nodes, Parents, Root } from 'mdast';
import type { Paragraph } from './side.ts';

/**
 * A body's paragraphs, headings, list items and table rows as a reader sees them, one after the other. Where a link
 * leads and which picture is shown is said in brackets, for a review must show when that changes.
 */
export function paragraphsOf(tree: Root): Paragraph[] {
  const found: Paragraph[] = [];
  walk(tree, '', found);
  return found.filter(({ text }) => text !== '');
}

/** The same of a body that can't be parsed: its text between blank lines. */
export function rawParagraphs(body: string): Paragraph[] {
  return body
    .split(/\n[ \t]*\n/)
    .map((text) => ({ text: text.trim(), heading: false }))
    .filter(({ text }) => text !== '');
}

/** `mark` goes before the next text: the number of a list item, the sign of a footnote. */
function walk(node: Nodes, mark: string, into: Paragraph[]): void {
  switch (node.type) {
    case 'heading':
    case 'paragraph':
      into.push({ text: mark + inlineText(node), heading: node.type === 'heading' });
      return;
    case 'tableRow':
      into.push({ text: node.children.map(inlineText).join(' │ '), heading: false });
      return;
    case 'code':
      into.push({ text: mark + node.value, heading: false });
      return;
    case 'list':
      for (const [index, item] of node.children.entries())
        walk(item, `${mark}${node.ordered ? `${(node.start ?? 1) + index}. ` : '· '}`, into);
      return;
    case 'footnoteDefinition':
      walkChildren(node, `注${node.identifier}：`, into);
      return;
    case 'definition':
      into.push({ text: `${node.identifier}：${node.url}`, heading: false });
      return;
    default:
      if ('children' in node) walkChildren(node, mark, into);
      else if ('value' in node) into.push({ text: mark + node.value, heading: false });
  }
}

function walkChildren(node: Parents, mark: string, into: Paragraph[]): void {
  for (const [index, child] of node.children.entries()) walk(child, index === 0 ? mark : '', into);
}

function inlineText(node: Nodes): string {
  switch (node.type) {
    case 'break':
      return '\n';
    case 'image':
      return `〔图片：${node.alt ?? ''}，${node.url}${node.title ? `，${node.title}` : ''}〕`;
    case 'imageReference':
      return `〔图片：${node.alt ?? ''}，${node.identifier}〕`;
    case 'footnoteReference':
      return `〔注${node.identifier}〕`;
    case 'link':
      return `${childText(node)}〔链接：${node.url}〕`;
    case 'linkReference':
      return `${childText(node)}〔链接：${node.identifier}〕`;
    case 'mdxJsxTextElement':
    case 'mdxJsxFlowElement':
      return node.name === 'Supplied' ? `〔补：${childText(node)}〕` : childText(node);
    default:
      if ('children' in node) return childText(node);
      return 'value' in node ? node.value.replace(/\r?\n/g, '\n') : '';
  }
}

function childText(node: Parents): string {
  return node.children.map(inlineText).join('');
}
