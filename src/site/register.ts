import { levelFinder } from '../core/agency-level.ts';
import { indexNearNumbers, type NearIndex } from '../core/near-numbers.ts';
import { numberKey } from '../core/number-key.ts';
import { numberParts } from '../core/number-parts.ts';
import type { Resolution } from '../core/references.ts';
import type { TableAddresses } from '../core/register-csv.ts';
import { type RegisterEntry, registerEntries } from '../core/register-entry.ts';
import { entriesByState } from '../core/register-states.ts';
import { documentNumbers } from '../core/target-index.ts';
import type { Agency } from '../schema/registers.ts';
import type { Site } from './library.ts';
import { link, numberUrl } from './urls.ts';
import { deriveFromSite } from './watched-site.ts';

/** What is cited, without those who cite it: a page that shows it needn't be made again when one of them changes. */
export interface CitedThing extends Pick<RegisterEntry, 'anchor' | 'number' | 'document' | 'candidates'> {
  /** How many documents cite it. */
  citers: number;
}

/** The register of citations with what its pages need. */
export interface Register {
  entries: readonly RegisterEntry[];
  byState: ReadonlyMap<Resolution, readonly RegisterEntry[]>;
  byAnchor: ReadonlyMap<string, RegisterEntry>;
  /** The same as pages of documents name them: who else cites them is a number there. */
  cited: ReadonlyMap<string, CitedThing>;
  /** Held numbers, for those that a missing one may be a slip of. */
  near: NearIndex;
  agencies: ReadonlyMap<string, Agency>;
  /** Administrative level of an entry; '' when nobody knows. */
  levelOf(entry: RegisterEntry): string;
  /** Where an entry is dealt with: its document, the page of its number, or its row. */
  urlOf(entry: RegisterEntry): string;
  /**
   * Address of the entry's row, which lasts: it names no page, since rows move from one to another as the library grows.
   * The register's script leads on to the page; without it the register itself opens.
   */
  rowUrl(entry: Pick<RegisterEntry, 'anchor'>): string;
}

/** The register of a site; made once for each. */
export const getRegister = deriveFromSite('register', makeRegister);

function citedThing({ anchor, number, document, candidates, citing }: RegisterEntry): CitedThing {
  return { anchor, number, document, candidates, citers: citing.length };
}

function makeRegister(site: Site): Register {
  const entries = registerEntries(site);
  const byState = entriesByState(entries);
  const levelOfDocument = levelFinder(site.agencies);
  const rowUrl = ({ anchor }: Pick<RegisterEntry, 'anchor'>): string =>
    `${link('citations/')}#${encodeURIComponent(anchor)}`;
  return {
    entries,
    byState,
    byAnchor: new Map(entries.map((entry) => [entry.anchor, entry])),
    cited: new Map(entries.map((entry) => [entry.anchor, citedThing(entry)])),
    near: indexNearNumbers(site.documents.flatMap(documentNumbers)),
    agencies: new Map(site.agencies.map((agency) => [agency.code, agency])),
    levelOf: ({ document, number }) => levelOfDocument(document ?? { docNumber: number, issuer: '' }),
    rowUrl,
    urlOf: (entry) =>
      entry.document?.url ?? (entry.number === null ? rowUrl(entry) : numberUrl(entry.number)),
  };
}

/** The page that lists every place at which an entry is cited; undefined for a title without a number that isn't held. */
export function citersUrl({
  document,
  number,
}: Pick<RegisterEntry, 'document' | 'number'>): string | undefined {
  if (document) return `${document.url}#cited-title`;
  return number === null ? undefined : `${numberUrl(number)}#citers`;
}

/** The other canonical forms in which the library knows a number. */
export function otherForms(site: Site, number: string): string[] {
  const key = numberKey(number);
  const named = [...(site.citationsByNumber.get(key) ?? []), ...(site.mentions.get(key) ?? [])];
  return [...new Set(named.flatMap(({ canonical }) => canonical ?? []))].filter((form) => form !== number);
}

/** How the tables write addresses; `site` is the address at which the site is published. */
export function tableAddresses(register: Register, site: URL | undefined): TableAddresses {
  return {
    ofEntry: register.urlOf,
    absolute: (address) => (site ? new URL(address, site).href : address),
  };
}

/** What the register of agency codes says of a number; undefined for a code that it lacks. */
export function agencyOf(register: Register, canonical: string): Agency | undefined {
  const code = numberParts(canonical)?.code;
  return code === undefined ? undefined : register.agencies.get(code);
}
