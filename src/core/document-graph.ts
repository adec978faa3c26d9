/** What pages tell search engines in the words of schema.org. Only what a source says: what is not known is left out. */
import { formatCitation } from './citation-format.ts';
import { COLLECTION_LABELS, type Collection } from './collections.ts';
import { absolute, type Node } from './json-ld.ts';
import type { Citation, LibraryDocument } from './library.ts';
import type { RelationEnd, RelationKind } from './relations.ts';
import type { Status } from './status.ts';
import { UNSIGNED } from './unsigned.ts';

/** What a document's node is made of. */
export interface DocumentContext {
  /** Address of the site with its base path and a slash at the end. */
  root: string;
  document: LibraryDocument;
  /** Its relations, both ways. */
  ends: readonly RelationEnd[];
  /** Its own citations, in text order. */
  cites: readonly Citation[];
  byId: ReadonlyMap<string, LibraryDocument>;
}

/** A policy is an act in force or not; a plan is a work; a summary reports on one. */
const TYPES: Record<Collection, string> = {
  plans: 'CreativeWork',
  summaries: 'Report',
  policies: 'Legislation',
};

const FORCE: Partial<Record<Status, string>> = {
  现行有效: 'InForce',
  已修改: 'InForce',
  部分失效: 'PartiallyInForce',
  废止: 'NotInForce',
  失效: 'NotInForce',
  尚未生效: 'NotInForce',
};

/**
 * The property of a relation by what the one who says it is. `legislationApplies` is schema.org's informative link from
 * an act to the one that it carries out, without legal value; a plan or summary has no properties of acts.
 */
const PROPERTIES: Record<RelationKind, { act: string; work: string }> = {
  repeals: { act: 'legislationRepeals', work: 'citation' },
  amends: { act: 'legislationAmends', work: 'citation' },
  implements: { act: 'legislationApplies', work: 'isBasedOn' },
  forwards: { act: 'isBasedOn', work: 'isBasedOn' },
  reportsOn: { act: 'about', work: 'about' },
  attaches: { act: 'hasPart', work: 'hasPart' },
};

/** The nodes of a document's page: the document with its relations both ways, and the steps that lead to it. */
export function documentGraph(context: DocumentContext): Node {
  return { '@context': 'https://schema.org', '@graph': [documentNode(context), breadcrumbs(context)] };
}

function documentNode(context: DocumentContext): Node {
  const { document, root } = context;
  const at = absolute(document.url, root);
  return {
    '@type': TYPES[document.collection],
    '@id': at,
    name: document.title,
    inLanguage: 'zh-CN',
    ...(document.collection === 'policies' ? ofAct(document) : ofWork(document)),
    ...(document.publishedOn === null ? {} : { datePublished: document.publishedOn }),
    ...(document.topics.length === 0 ? {} : { keywords: document.topics }),
    ...linked(context),
  };
}

function ofAct({ docNumber, kind, issuer, issuedOn, status }: LibraryDocument): Node {
  const force = FORCE[status];
  return {
    legislationType: kind,
    ...(docNumber === null ? {} : { legislationIdentifier: docNumber }),
    ...(issuer === UNSIGNED ? {} : { legislationPassedBy: { '@type': 'Organization', name: issuer } }),
    ...(issuedOn === null ? {} : { legislationDate: issuedOn }),
    ...(force === undefined ? {} : { legislationLegalForce: `https://schema.org/${force}` }),
  };
}

function ofWork({ docNumber, kind, issuer, issuedOn, period }: LibraryDocument): Node {
  const year = /^(\d{4})年$/.exec(period ?? '')?.[1];
  return {
    genre: kind,
    ...(docNumber === null ? {} : { identifier: docNumber }),
    ...(issuer === UNSIGNED ? {} : { author: { '@type': 'Organization', name: issuer } }),
    ...(issuedOn === null ? {} : { dateCreated: issuedOn }),
    ...(year === undefined ? {} : { temporalCoverage: year }),
  };
}

/** Relations that the document says, those that others say of it under @reverse, and what it cites besides. */
function linked(context: DocumentContext): Node {
  const { document, ends } = context;
  const forward = new Map<string, (string | Node)[]>();
  const inverse = new Map<string, (string | Node)[]>();
  for (const end of ends) {
    const other = end.id === undefined ? undefined : context.byId.get(end.id);
    if (end.direction === 'forward') {
      const target = other ? reference(other, context.root) : lacking(end.target);
      if (target) add(forward, propertyOf(end.kind, document), target);
    } else if (other) {
      add(inverse, propertyOf(end.kind, other), reference(other, context.root));
    }
  }
  for (const cited of citedNodes(context)) add(forward, 'citation', cited);
  return {
    ...Object.fromEntries(forward),
    ...(inverse.size === 0 ? {} : { '@reverse': Object.fromEntries(inverse) }),
  };
}

function propertyOf(kind: RelationKind, { collection }: LibraryDocument): string {
  return PROPERTIES[kind][collection === 'policies' ? 'act' : 'work'];
}

function add(properties: Map<string, (string | Node)[]>, name: string, value: string | Node): void {
  const values = properties.get(name);
  if (values) values.push(value);
  else properties.set(name, [value]);
}

/** What a related document is and is called stands on its own page: its address is enough here. */
function reference({ url }: LibraryDocument, root: string): Node {
  return { '@id': absolute(url, root) };
}

/** A related document that the library lacks is known by its number, which doesn't say whether it is an act; a mere id says nothing. */
function lacking(target: string): Node | undefined {
  return target.includes('/') ? undefined : { identifier: target };
}

/** What the text cites, each once: held documents by their address, others as they would be cited. */
function citedNodes({ cites, byId, root }: DocumentContext): (string | Node)[] {
  const held = new Map<string, Node>();
  const others = new Set<string>();
  for (const { to, title, canonical } of cites) {
    const document = to === null ? undefined : byId.get(to);
    if (document) held.set(document.id, { '@id': absolute(document.url, root) });
    else if (title !== null) others.add(formatCitation({ title, docNumber: canonical }));
    else if (canonical !== null) others.add(canonical);
  }
  return [...held.values(), ...others];
}

/** The last step is the page itself, whose address goes without saying. */
function breadcrumbs({ document, root }: DocumentContext): Node {
  const { collection, title } = document;
  const steps = [
    ['首页', root],
    [COLLECTION_LABELS[collection], `${root}${collection}/`],
    [title, undefined],
  ] as const;
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(([name, item], index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      ...(item === undefined ? {} : { item }),
    })),
  };
}
