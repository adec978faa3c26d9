import type { Element, ElementContent, Root as HastRoot } from 'hast';
import type { Nodes, Parents, Root } from 'mdast';
import remarkRehype, { type Options } from 'remark-rehype';
import { unified } from 'unified';
import { findComponent } from './components.ts';
import { elementsBelow } from './element-text.ts';
import { plainHast } from './plain-hast.ts';

type Handler = NonNullable<NonNullable<Options['handlers']>['text']>;

/** A tag in the text: a listed component becomes its HTML, any other tag is dropped and its content kept. */
const component: Handler = (state, node: Parents & { name: string | null }) => {
  const children = state.all(node) as ElementContent[];
  return findComponent(node.name)?.(children) ?? children;
};

/** An expression is never evaluated: should one get past the check, the reader sees it as it is typed. */
const expression: Handler = (_state, node: Nodes & { value: string }) => ({
  type: 'text',
  value: `{${node.value}}`,
});

/** `import` and `export` lines have no meaning in a document; shown as typed for the same reason. */
const program: Handler = (_state, node: Nodes & { value: string }): Element => ({
  type: 'element',
  tagName: 'p',
  properties: {},
  children: [{ type: 'text', value: node.value }],
});

const processor = unified()
  .use(remarkRehype, {
    clobberPrefix: '',
    footnoteLabel: '脚注',
    footnoteLabelProperties: { className: ['footnotes-title'] },
    footnoteBackLabel: (index, repeat) =>
      repeat > 1 ? `回到脚注 ${index + 1} 的第 ${repeat} 处引用` : `回到脚注 ${index + 1} 的引用处`,
    handlers: {
      mdxJsxTextElement: component,
      mdxJsxFlowElement: component,
      mdxTextExpression: expression,
      mdxFlowExpression: expression,
      mdxjsEsm: program,
    },
  })
  .freeze();

/** Turns a document's syntax tree into an HTML tree, with the closed list of components and no raw HTML. */
export function toHast(tree: Root): HastRoot {
  const hast = plainHast(tree) ?? parsedHast(tree);
  lowerHeadings(hast);
  return hast;
}

/** Any tree as an HTML tree, whatever it holds. For the test of `plainHast`, too. */
export function parsedHast(tree: Root): HastRoot {
  const hast = processor.runSync(tree) as HastRoot;
  drawTaskBoxes(hast);
  return hast;
}

/** The page's only first-level heading is its title: a body that begins with one has all its headings lowered. */
function lowerHeadings(tree: HastRoot): void {
  const headings = [...elementsBelow(tree)].filter(({ tagName }) => /^h[1-6]$/.test(tagName));
  if (!headings.some(({ tagName }) => tagName === 'h1')) return;
  for (const heading of headings) {
    if (heading.properties['id'] !== 'footnote-label')
      heading.tagName = `h${Math.min(Number(heading.tagName[1]) + 1, 6)}`;
  }
}

/** `- [x]` is drawn as a sign: a check box that can't be used has no place in a text. */
function drawTaskBoxes(tree: HastRoot): void {
  for (const parent of [tree, ...elementsBelow(tree)]) {
    for (const [index, child] of parent.children.entries()) {
      if (child.type === 'element' && child.tagName === 'input')
        parent.children[index] = { type: 'text', value: child.properties['checked'] ? '☑' : '☐' };
    }
  }
}
