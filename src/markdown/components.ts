import type { Element, ElementContent } from 'hast';

/** How a listed component becomes HTML. Content may name a component; it can never define or run one. */
type Component = (children: ElementContent[]) => Element;

/**
 * The closed list of components that a document may use.
 * `Supplied` marks text that the editor supplied where the source lost it, as <supplied> does in TEI.
 */
const COMPONENTS: Record<string, Component> = {
  Supplied: (children) => ({
    type: 'element',
    tagName: 'ins',
    properties: { className: ['supplied'], title: '原文脱漏，编者补' },
    children,
  }),
};

/** Names of the components that a document may use, for the check. */
export const COMPONENT_NAMES: readonly string[] = Object.keys(COMPONENTS);

/** The component of that name, or undefined: the caller then keeps the children and drops the tag. */
export function findComponent(name: string | null): Component | undefined {
  return name !== null && Object.hasOwn(COMPONENTS, name) ? COMPONENTS[name] : undefined;
}
