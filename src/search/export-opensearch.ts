/** The index of an exported library in OpenSearch, and the lines that load it. */
import { RELATION_KINDS } from '../core/relations.ts';
import type { ExportedDocument } from '../schema/export.ts';
import { CLOSING_BRACKETS, OPENING_BRACKETS } from './normalise.ts';

/** Every character by itself: with it a phrase finds any words, a single character and numbers among the text. */
const SINGLE = { type: 'text', analyzer: 'wenku_single' } as const;
/**
 * Pairs of characters rank best, but a phrase of them misses 8号 in 8号文件, so the single ones stand beside them. Both in
 * one field, with pairs alone at search, would part a pair from a following number: phrases like 满意率达98 found nothing.
 */
const TEXT = { type: 'text', analyzer: 'wenku_pairs', fields: { single: SINGLE } } as const;
const KEYWORD = { type: 'keyword' } as const;
/** ISO days and nothing else. */
const DAY = { type: 'date', format: 'strict_date' } as const;
/** Kept and shown, but not searched. */
const SHOWN = { type: 'keyword', index: false } as const;
const NUMBER = { type: 'keyword', normalizer: 'wenku_number' } as const;

/** Lucene's own limit of a keyword is 32,766 bytes, four for a character at most. */
const LONGEST_KEYWORD = 8191;

/** Full-width digits become plain before the zeros are cut; cjk_width, a filter, would come too late. */
const PLAIN_DIGITS = [...'０１２３４５６７８９'].map((digit, value) => `${digit} => ${value}`);

/** Rules by which all these brackets, of either width, become one. */
const become = (bracket: string, brackets: string): string[] =>
  [...brackets].filter((mark) => mark !== bracket).map((mark) => `${mark} => ${bracket}`);

const ANALYSIS = {
  char_filter: {
    wenku_brackets: {
      type: 'mapping',
      mappings: [
        ...become('(', `${OPENING_BRACKETS}（［｛﹙﹝﹛`),
        ...become(')', `${CLOSING_BRACKETS}）］｝﹚﹞﹜`),
        ...PLAIN_DIGITS,
      ],
    },
    wenku_spaces: { type: 'pattern_replace', pattern: '[\\s\\u3000]+|第(?=\\s*[0-9])', replacement: '' },
    wenku_zeros: { type: 'pattern_replace', pattern: '(?<![0-9])0+(?=[0-9])', replacement: '' },
  },
  normalizer: {
    wenku_number: {
      type: 'custom',
      char_filter: ['wenku_brackets', 'wenku_spaces', 'wenku_zeros'],
      filter: ['cjk_width', 'lowercase'],
    },
  },
  analyzer: {
    wenku_pairs: {
      type: 'custom',
      tokenizer: 'standard',
      filter: ['cjk_width', 'lowercase', 'cjk_bigram'],
    },
    wenku_single: { type: 'custom', tokenizer: 'standard', filter: ['cjk_width', 'lowercase'] },
  },
};

/** Every field, so that nothing unknown slips in (`dynamic: strict`); TypeScript says when one is missing. */
const PROPERTIES: Record<keyof ExportedDocument, object> = {
  id: KEYWORD,
  collection: KEYWORD,
  url: SHOWN,
  title: { ...TEXT, fields: { ...TEXT.fields, keyword: { ...KEYWORD, ignore_above: LONGEST_KEYWORD } } },
  docNumber: { ...NUMBER, fields: { text: SINGLE } },
  numberKey: NUMBER,
  issuer: { ...KEYWORD, fields: { text: SINGLE } },
  kind: KEYWORD,
  level: KEYWORD,
  period: KEYWORD,
  years: { type: 'integer' },
  issuedOn: DAY,
  publishedOn: DAY,
  status: KEYWORD,
  statusSince: DAY,
  changedOn: DAY,
  completeness: KEYWORD,
  topics: KEYWORD,
  aliases: NUMBER,
  relations: {
    type: 'object',
    dynamic: 'strict',
    properties: Object.fromEntries(RELATION_KINDS.map((kind) => [kind, NUMBER])),
  },
  cites: NUMBER,
  clauses: {
    type: 'nested',
    dynamic: 'strict',
    properties: { anchor: SHOWN, label: { ...KEYWORD, fields: { text: SINGLE } }, text: TEXT },
  },
  text: TEXT,
};

/** The body of the request that makes the index: its settings and mappings. */
export function openSearchIndex(): object {
  return {
    settings: { index: { number_of_shards: 1, number_of_replicas: 0 }, analysis: ANALYSIS },
    mappings: { dynamic: 'strict', properties: PROPERTIES },
  };
}

/** The two lines of a bulk request that put a document, with its own id, into the index that the address names. */
export function bulkLines(document: ExportedDocument): string {
  return `${JSON.stringify({ index: { _id: document.id } })}\n${JSON.stringify(document)}\n`;
}
