/** What OpenSearch accepts of an index's analysis and mappings, and of a document under `dynamic: strict`. */
import { asObject, type Json, Refused } from './loopback-server.ts';

/** Of its documentation: the parameters that a field of a type may have, as far as anything here uses them. */
const PARAMETERS: Record<string, readonly string[]> = {
  keyword: ['normalizer', 'index', 'ignore_above', 'fields'],
  text: ['analyzer', 'search_analyzer', 'fields'],
  date: ['format'],
  integer: [],
  object: ['dynamic', 'properties'],
  nested: ['dynamic', 'properties'],
};
/** A normalizer takes only filters that work character by character. */
const NORMALIZING = ['asciifolding', 'cjk_width', 'decimal_digit', 'lowercase', 'uppercase'];
const FILTERS = [...NORMALIZING, 'cjk_bigram', 'trim', 'stop'];
const TOKENIZERS = ['standard', 'keyword', 'whitespace', 'icu_tokenizer'];
const CHAR_FILTERS = ['mapping', 'pattern_replace', 'html_strip'];
/** Bytes of a term of Lucene. */
const LONGEST_TERM = 32_766;

const names = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const part = (analysis: Json, name: string): Json => asObject(analysis[name] ?? {}, name);

function checkKnown(given: readonly string[], defined: Json, known: readonly string[], what: string): void {
  for (const name of given)
    if (!(name in defined) && !known.includes(name)) throw new Refused(`${what} [${name}] not found`);
}

function checkAnalysis(analysis: Json): void {
  const [charFilters, filters] = [part(analysis, 'char_filter'), part(analysis, 'filter')];
  for (const [name, filter] of Object.entries(charFilters)) {
    const { type, mappings, pattern } = asObject(filter, name);
    if (!CHAR_FILTERS.includes(String(type))) throw new Refused(`char_filter [${name}] of unknown type`);
    if (type === 'pattern_replace') new RegExp(String(pattern), 'u');
    if (type !== 'mapping') continue;
    const sides = names(mappings).map((rule) => rule.split(/\s*=>\s*/u)[0] ?? '');
    // Lucene: match "x" was already added.
    if (new Set(sides).size !== sides.length) throw new Refused(`char_filter [${name}] maps a match twice`);
    if (sides.includes('')) throw new Refused(`char_filter [${name}] has an empty match`);
  }
  for (const [name, filter] of Object.entries(filters))
    checkKnown([String(asObject(filter, name)['type'])], {}, FILTERS, 'filter');
  for (const [name, each] of Object.entries(part(analysis, 'normalizer'))) {
    const normalizer = asObject(each, name);
    if ('tokenizer' in normalizer) throw new Refused(`normalizer [${name}] cannot have a tokenizer`);
    checkKnown(names(normalizer['char_filter']), charFilters, [], 'char_filter');
    checkKnown(names(normalizer['filter']), {}, NORMALIZING, 'filter of a normalizer');
  }
  for (const [name, each] of Object.entries(part(analysis, 'analyzer'))) {
    const analyzer = asObject(each, name);
    checkKnown([String(analyzer['tokenizer'])], {}, TOKENIZERS, 'tokenizer');
    checkKnown(names(analyzer['char_filter']), charFilters, [], 'char_filter');
    checkKnown(names(analyzer['filter']), filters, FILTERS, 'filter');
  }
}

function checkField(path: string, field: Json, analysis: Json, isPart = false): void {
  if (isPart && 'fields' in field) throw new Refused(`chained multi-fields at [${path}]`);
  const type = String(field['type']);
  const allowed = PARAMETERS[type];
  if (!allowed) throw new Refused(`no handler for type [${type}] of [${path}]`);
  for (const key of Object.keys(field))
    if (key !== 'type' && !allowed.includes(key))
      throw new Refused(`unknown parameter [${key}] on [${path}]`);
  for (const key of ['analyzer', 'search_analyzer'])
    if (key in field) checkKnown([String(field[key])], part(analysis, 'analyzer'), ['standard'], 'analyzer');
  if ('normalizer' in field)
    checkKnown([String(field['normalizer'])], part(analysis, 'normalizer'), ['lowercase'], 'normalizer');
  for (const key of ['fields', 'properties'])
    for (const [name, inner] of Object.entries(part(field, key)))
      checkField(`${path}.${name}`, asObject(inner, name), analysis, key === 'fields');
}

/** Refuses what OpenSearch would refuse of the body that makes an index. */
export function checkIndex(index: Json): void {
  for (const key of Object.keys(index))
    if (!['settings', 'mappings', 'aliases'].includes(key)) throw new Refused(`unknown key [${key}]`);
  const analysis = part(part(index, 'settings'), 'analysis');
  checkAnalysis(analysis);
  const { dynamic, properties } = part(index, 'mappings');
  if (dynamic !== 'strict') throw new Refused('the imitation knows only strict mappings');
  for (const [name, field] of Object.entries(asObject(properties, 'properties')))
    checkField(name, asObject(field, name), analysis);
}

function checkLeaf(path: string, type: string, value: unknown, field: Json): void {
  const wrong = (): Refused => new Refused(`failed to parse field [${path}] of type [${type}]: ${value}`);
  if (type === 'integer') {
    if (!Number.isInteger(value)) throw wrong();
    return;
  }
  if (typeof value !== 'string') throw wrong();
  const day = new Date(`${value}T00:00:00Z`);
  if (type === 'date' && (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(value))) throw wrong();
  const isTerm = type === 'keyword' && !('ignore_above' in field);
  if (isTerm && Buffer.byteLength(value) > LONGEST_TERM) throw new Refused(`immense term in [${path}]`);
}

/** Refuses a document, or an object in it, that does not fit `properties`. */
export function checkSource(source: Json, properties: Json, path = ''): void {
  for (const [name, value] of Object.entries(source)) {
    const at = `${path}${name}`;
    if (!(name in properties)) throw new Refused(`mapping set to strict, dynamic introduction of [${at}]`);
    const field = asObject(properties[name], at);
    const type = String(field['type']);
    for (const each of [value].flat()) {
      if (each === null) continue;
      if (type === 'object' || type === 'nested')
        checkSource(asObject(each, at), part(field, 'properties'), `${at}.`);
      else checkLeaf(at, type, each, field);
    }
  }
}

function filterCharacters(text: string, { type, mappings, pattern, replacement }: Json): string {
  if (type === 'pattern_replace') return text.replace(new RegExp(String(pattern), 'gu'), String(replacement));
  const rules = new Map(names(mappings).map((rule) => rule.split(' => ') as [string, string]));
  return [...text].map((character) => rules.get(character) ?? character).join('');
}

/** The term that a normalizer of the index makes of a value. */
export function normalisedTerm(index: Json, normalizer: string, value: string): string {
  const analysis = part(part(index, 'settings'), 'analysis');
  const { char_filter, filter } = asObject(part(analysis, 'normalizer')[normalizer], normalizer);
  let term = value;
  for (const name of names(char_filter))
    term = filterCharacters(term, asObject(part(analysis, 'char_filter')[name], name));
  if (names(filter).includes('cjk_width'))
    term = term.replace(/[\uff01-\uff5e]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  return names(filter).includes('lowercase') ? term.toLowerCase() : term;
}
