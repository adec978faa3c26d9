import type { Element, ElementContent, Root as HastRoot } from 'hast';
import type { Nodes, Parents, Root } from 'mdast';
import remarkRehype, { type Options } from 'remark-rehype';
import { unified } from 'unified';
import { findComponent } from './components.ts';

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
    footnoteBackLabel: (index: number) => `回到脚注 ${index + 1} 的引用处`,
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
  return processor.runSync(tree) as HastRoot;
}
