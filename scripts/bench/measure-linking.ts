import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { findCitedTitles, type ShortNames } from '../../src/core/cited-titles.ts';
import { findDocNumbers } from '../../src/core/docnumber.ts';
import { buildLinkTable } from '../../src/core/library.ts';
import { collectSeenCodes, seenCodesIn } from '../../src/core/seen-codes.ts';
import { loadContent } from '../../src/load/content-fs.ts';
import { describeDocument } from '../../src/load/describe.ts';
import { blockText } from '../../src/markdown/block-text.ts';
import { linkReferences } from '../../src/markdown/link-references.ts';
import { parseBody } from '../../src/markdown/parse.ts';
import { toHast } from '../../src/markdown/to-hast.ts';

/** What finding and linking references costs over all bodies, once. Milliseconds. */
export interface LinkingFigures {
  readonly numbers: number;
  readonly titles: number;
  /** Building the table of targets, learning the codes that the texts show, finding every reference and turning it into a link. */
  readonly linkMs: number;
  /** Of that, findDocNumbers and findCitedTitles, measured in a pass of their own over the same texts. */
  readonly findMs: number;
}

const TEXT_BLOCKS = new Set('p h2 h3 h4 h5 h6 li td th'.split(' '));

/** Does what the loader does for each block, by the clock. */
export async function measureLinking(contentDir: string): Promise<LinkingFigures> {
  const { documents, agencies } = await loadContent(contentDir);
  const registered = agencies.entries.map(({ code }) => code);
  const bodies = documents.map(({ source }) => {
    const parsed = parseBody(source.body);
    return { text: source.body, blocks: parsed.ok ? textBlocks(toHast(parsed.tree)) : [] };
  });
  const texts = bodies.map(({ blocks }) => blocks.map((block) => blockText(block).text));
  // Linking comes first, so that it is measured in a cold process, as in a build.
  const linkMs = timed(() => {
    const described = documents.flatMap(({ source, data }) =>
      data ? describeDocument(source, data, '/') : [],
    );
    const links = buildLinkTable(described, '/');
    const seen = collectSeenCodes(
      documents.map(({ source, data }) => ({ docNumber: data?.docNumber ?? null, text: source.body })),
    );
    for (const { text, blocks } of bodies) {
      const context = { links, codes: [...registered, ...seenCodesIn(text, seen)] };
      const names: ShortNames = new Map();
      for (const block of blocks) linkReferences(block, { id: 'block' }, context, names);
    }
  });
  const found = { numbers: 0, titles: 0 };
  const findMs = timed(() => {
    for (const text of texts.flat()) {
      const numbers = findDocNumbers(text, registered);
      found.numbers += numbers.length;
      found.titles += findCitedTitles(text, numbers).length;
    }
  });
  return { ...found, findMs, linkMs };
}

function textBlocks(root: Root): Element[] {
  const blocks: Element[] = [];
  visit(root, 'element', (element) => {
    if (TEXT_BLOCKS.has(element.tagName)) blocks.push(element);
  });
  return blocks;
}

function timed(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}
