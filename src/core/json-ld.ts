/** Nodes of JSON-LD, and what a page needs to carry them. */

/** A JSON-LD node. */
export interface Node {
  [property: string]: string | number | Node | readonly (string | Node)[];
}

/** The node of the home page: the site, who publishes it, and how to search it. */
export function siteNode(root: string, site: { name: string; description: string; office: string }): Node {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    '@id': root,
    url: root,
    name: site.name,
    description: site.description,
    inLanguage: 'zh-CN',
    publisher: { '@type': 'Organization', name: site.office },
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${root}search/?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  };
}

/** Folders whose pages list documents or citations. */
const LISTS = new Set(['plans', 'summaries', 'policies', 'years', 'issuers', 'topics', 'citations']);

/**
 * The node of a page that lists documents; `path` is below the base. Its items are left out: the page has them, and a
 * list may hold thousands. Undefined for any other page.
 */
export function listNode(
  root: string,
  path: string,
  { name, description }: { name: string; description: string },
): Node | undefined {
  if (!LISTS.has(path.split('/')[0] ?? '')) return undefined;
  return {
    '@context': 'https://schema.org',
    '@type': 'CollectionPage',
    '@id': new URL(path, root).href,
    ...{ name, description, inLanguage: 'zh-CN', isPartOf: { '@id': root } },
  };
}

/** The absolute form of a root-relative address. */
export function absolute(url: string, root: string): string {
  return new URL(url, root).href;
}

/** A node as text that can stand in a script element: nothing in it ends that or begins another, or a comment. */
export function serialiseJsonLd(node: Node): string {
  return JSON.stringify(node).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
