import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { findCitedTitles, type ShortNames } from '../../src/core/cited-titles.ts';
import { findDocNumbers } from '../../src/core/docnumber.ts';
import { buildLibrary, buildLinkTable } from '../../src/core/library.ts';
import type { Reference } from '../../src/core/references.ts';
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
  /** Building the table of targets, learning codes from the texts, finding every reference and linking it. */
  readonly linkMs: number;
  /** Of that, findDocNumbers and findCitedTitles, measured in a pass of their own over the same texts. */
  readonly findMs: number;
  readonly citations: number;
  /** Joining all references into the citation graph and its register. */
  readonly joinMs: number;
}

const TEXT_BLOCKS = new Set('p h2 h3 h4 h5 h6 li td th'.split(' '));

/** Does what the loader does for each block, by the clock. */
export async function measureLinking(contentDir: string): Promise<LinkingFigures> {
  const { documents, agencies } = await loadContent(contentDir);
  const registered = agencies.entries.map(({ code }) => code);
  const described = documents.flatMap(({ source, id, data }) =>
    data ? [{ source, document: describeDocument({ collection: source.collection, id }, data, '/') }] : [],
  );
  const bodies = described.map(({ source, document: { id, docNumber } }) => {
    const parsed = parseBody(source.body);
    return { id, docNumber, text: source.body, blocks: parsed.ok ? textBlocks(toHast(parsed.tree)) : [] };
  });
  const texts = bodies.flatMap(({ blocks }) => blocks.map((block) => blockText(block).text));
  // Linking comes first, so that it is measured in a cold process, as in a build.
  const library = described.map(({ document }) => document);
  const references = new Map<string, Reference[]>();
  const linkMs = timed(() => {
    const links = buildLinkTable(library, '/');
    const seen = collectSeenCodes(bodies);
    for (const { id, text, blocks } of bodies) {
      const context = { links, codes: [...registered, ...seenCodesIn(text, seen)] };
      const names: ShortNames = new Map();
      references.set(
        id,
        blocks.flatMap((block) => linkReferences(block, { id: 'block' }, context, names).references),
      );
    }
  });
  let citations = 0;
  const joinMs = timed(() => {
    citations = buildLibrary(library, references).citations.length;
  });
  const found = { numbers: 0, titles: 0 };
  const findMs = timed(() => {
    for (const text of texts) {
      const numbers = findDocNumbers(text, registered);
      found.numbers += numbers.length;
      found.titles += findCitedTitles(text, numbers).length;
    }
  });
  return { ...found, findMs, linkMs, citations, joinMs };
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
