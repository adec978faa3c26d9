import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { elementsIn, textOf } from './element-text.ts';

/** Width and height of an image in its own pixels. */
export interface ImageSize {
  width: number;
  height: number;
}

/** Finds the size of an image by its address as it stands in the document; undefined for one that isn't known. */
export type FindImageSize = (address: string) => ImageSize | undefined;

/**
 * Images load when they come near, and take the room that they will need at once, where their size is known. A paragraph
 * that holds nothing but an image becomes a figure; the image's title, if it has one, becomes its caption, being the
 * document's words, whereas the alternative text is the editor's.
 */
export function makeFigures(root: Root, sizeOf: FindImageSize = () => undefined): void {
  visit(root, 'element', ({ tagName, properties }) => {
    if (tagName !== 'img') return;
    Object.assign(properties, { loading: 'lazy', decoding: 'async' }, sizeOf(String(properties['src'])));
  });
  for (const [index, child] of root.children.entries()) {
    const image = child.type === 'element' ? soleImage(child) : undefined;
    if (image) root.children[index] = figure(image);
  }
}

function soleImage(element: Element): Element | undefined {
  const [image, second] = elementsIn(element);
  if (element.tagName !== 'p' || image?.tagName !== 'img' || second) return undefined;
  return textOf(element).trim() === '' ? image : undefined;
}

function figure(image: Element): Element {
  const { title, ...properties } = image.properties;
  const bare: Element = { ...image, properties };
  const caption: Element[] =
    typeof title !== 'string' || title.trim() === ''
      ? []
      : [
          {
            type: 'element',
            tagName: 'figcaption',
            properties: {},
            children: [{ type: 'text', value: title }],
          },
        ];
  return { type: 'element', tagName: 'figure', properties: {}, children: [bare, ...caption] };
}
