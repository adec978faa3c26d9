/**
 * What built files hold that an author could have put there to do harm, told by the parsers that readers use: a real
 * browser's for HTML and XML, and a spreadsheet's rules for CSV.
 */
import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';

/** What a page holds, as a browser reads it; nothing in it runs. */
export interface PageFacts {
  /** Names of elements, and of elements with an attribute: `a`, `a href`. */
  kinds: string[];
  /** Values of attributes that lead somewhere, with where they stand. */
  addresses: { at: string; value: string }[];
  /** Texts of scripts that would run, and of those that hold data. */
  scripts: string[];
  data: string[];
  policy: string;
}

/** Pages are handed to the browser in lots: one by one takes far longer, all at once is more than it takes. */
const LOT = 40;

/** Reads HTML pages in a browser's tab. */
export async function readPages(tab: Page, pages: readonly string[]): Promise<PageFacts[]> {
  const facts: PageFacts[] = [];
  for (let from = 0; from < pages.length; from += LOT)
    facts.push(...(await tab.evaluate(readInBrowser, pages.slice(from, from + LOT))));
  return facts;
}

/** Runs in the browser: nothing from outside it may be named. */
function readInBrowser(pages: readonly string[]): PageFacts[] {
  const leading =
    /^(?:href|xlink:href|src|srcset|action|formaction|poster|data|ping|cite|background|manifest|longdesc)$/;
  return pages.map((source) => {
    const page = new DOMParser().parseFromString(source, 'text/html');
    const kinds = new Set<string>();
    const facts: PageFacts = { kinds: [], addresses: [], scripts: [], data: [], policy: '' };
    for (const element of page.querySelectorAll('*')) {
      const name = element.localName;
      kinds.add(name);
      for (const attribute of element.attributes) {
        kinds.add(`${name} ${attribute.name}`);
        if (leading.test(attribute.name))
          facts.addresses.push({ at: `${name} ${attribute.name}`, value: attribute.value });
      }
      const refresh = element.getAttribute('http-equiv')?.toLowerCase();
      const content = element.getAttribute('content') ?? '';
      if (refresh === 'refresh')
        facts.addresses.push({ at: 'meta refresh', value: content.replace(/^\d+;\s*url=/i, '') });
      if (refresh === 'content-security-policy') facts.policy = content;
      if (name !== 'script' || element.hasAttribute('src')) continue;
      const list = element.getAttribute('type')?.includes('json') ? facts.data : facts.scripts;
      list.push(element.textContent ?? '');
    }
    return { ...facts, kinds: [...kinds] };
  });
}

/** Scripts of a page that its own policy would let run. */
export function allowedScripts({ scripts, policy }: PageFacts): string[] {
  const hash = (script: string): string => createHash('sha256').update(script).digest('base64');
  return scripts.filter((script) => policy.includes(`'sha256-${hash(script)}'`));
}

/** What an XML file holds: its faults, or its elements and the texts and attributes that look like addresses. */
export async function readXml(
  tab: Page,
  files: readonly string[],
): Promise<{ fault: string; kinds: string[] }[]> {
  return tab.evaluate(
    (sources) => {
      return sources.map((source) => {
        const tree = new DOMParser().parseFromString(source, 'application/xml');
        const fault = tree.querySelector('parsererror')?.textContent ?? '';
        const kinds = new Set<string>();
        for (const element of tree.querySelectorAll('*')) {
          kinds.add(element.nodeName);
          for (const attribute of element.attributes) kinds.add(`${element.nodeName} ${attribute.name}`);
        }
        const instructions = [...tree.childNodes].filter(({ nodeType }) => nodeType !== Node.ELEMENT_NODE);
        for (const { nodeName } of instructions) kinds.add(nodeName);
        return { fault, kinds: [...kinds] };
      });
    },
    [...files],
  );
}

/** The cells of a CSV file (RFC 4180). @throws where a quote stands in the wrong place */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  let row: string[] = [];
  const source = text.replace(/^\ufeff/, '');
  while (cells.lastIndex < source.length) {
    const at = cells.lastIndex;
    const [, quoted, plain = '', end] = cells.exec(source) ?? [];
    if (end === undefined) throw new Error(`no cell at ${at}: ${source.slice(at, at + 80)}`);
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** True for a cell that some spreadsheet would run: it passes over space and what isn't seen before a sign. */
export function isFormula(cell: string): boolean {
  return /^[\s\p{Cf}\p{Cc}\p{Z}]*[=+\-@＝＋－＠]/u.test(cell) && !/^-?\d+(?:\.\d+)?$/.test(cell);
}
