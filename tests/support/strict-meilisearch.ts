/** Answers as Meilisearch does, as strictly, to the requests of a loading recipe. An imitation: no search engine. */
import {
  type Asked,
  type Json,
  type LoopbackServer,
  parseObject,
  Refused,
  startServer,
} from './loopback-server.ts';

export interface Meilisearch extends LoopbackServer {
  documents: Map<string, Json>;
  settings: Json;
  /** Why tasks failed: an accepted request may fail later. */
  failed: string[];
}

const KEY = /^[a-zA-Z0-9_-]{1,511}$/;
const RULES = ['words', 'typo', 'proximity', 'attribute', 'sort', 'exactness'];
const LOCALES = ['cmn', 'zho', 'eng', 'jpn', 'kor'];

const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');
const hasOnly = (value: unknown, ...keys: string[]): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).every((key) => keys.includes(key));

/** What it takes of each setting that anything here uses. */
const SETTINGS: Record<string, (value: unknown) => boolean> = {
  searchableAttributes: isTexts,
  filterableAttributes: isTexts,
  sortableAttributes: isTexts,
  displayedAttributes: isTexts,
  rankingRules: (value) => isTexts(value) && (value as string[]).every((rule) => RULES.includes(rule)),
  typoTolerance: (value) =>
    hasOnly(value, 'enabled', 'disableOnAttributes', 'disableOnWords', 'minWordSizeForTypos'),
  localizedAttributes: (value) =>
    Array.isArray(value) &&
    value.every(
      (each) =>
        hasOnly(each, 'attributePatterns', 'locales') &&
        isTexts(each.attributePatterns) &&
        isTexts(each.locales) &&
        each.locales.every((locale: string) => LOCALES.includes(locale)),
    ),
  faceting: (value) => hasOnly(value, 'maxValuesPerFacet', 'sortFacetValuesBy'),
};

function checkSettings(settings: Json): Json {
  for (const [name, value] of Object.entries(settings)) {
    const accepts = SETTINGS[name];
    if (!accepts) throw new Refused(`Unknown field \`${name}\``);
    if (!accepts(value)) throw new Refused(`Invalid value at .${name}`);
  }
  return settings;
}

function needType({ type }: Asked, expected: string): void {
  if (type !== expected) throw new Refused(`The Content-Type ${type} is invalid`);
}

/** The documents of a body; all or none are taken. */
function readDocuments({ body }: Asked, primaryKey: string): [string, Json][] {
  const lines = body.split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const document = parseObject(line, 'a document');
    const key = document[primaryKey];
    if (typeof key !== 'string' || !KEY.test(key)) throw new Refused(`invalid document id ${String(key)}`);
    return [key, document];
  });
}

/** Starts one that knows no index. */
export async function startMeilisearch(): Promise<Meilisearch> {
  const documents = new Map<string, Json>();
  const settings: Json = {};
  const failed: string[] = [];
  let primaryKey: string | undefined;
  const enqueue = (task: () => void): Json => {
    try {
      task();
    } catch (error) {
      failed.push(error instanceof Error ? error.message : String(error));
    }
    return { status: 'enqueued' };
  };
  const create = (asked: Asked): void => {
    const { uid, primaryKey: key } = parseObject(asked.body, 'the body');
    if (primaryKey !== undefined) throw new Refused(`Index ${String(uid)} already exists`);
    primaryKey = String(key);
  };
  const add = (asked: Asked): void => {
    const key = asked.query.get('primaryKey') ?? primaryKey ?? 'id';
    if (primaryKey !== undefined && key !== primaryKey)
      throw new Refused('the index has another primary key');
    for (const [id, document] of readDocuments(asked, key)) documents.set(id, document);
  };
  const search = (asked: Asked): Json => {
    const { q, sort = [] } = parseObject(asked.body, 'the body');
    for (const rule of sort as string[])
      if (!(settings['sortableAttributes'] as string[]).includes(rule.split(':')[0] ?? ''))
        throw new Refused(`Attribute ${rule} is not sortable`);
    return { hits: [...documents.values()].filter(({ text }) => String(text).includes(String(q))) };
  };
  const server = await startServer((asked) => {
    switch (`${asked.method} ${asked.path}`) {
      case 'POST /indexes':
        needType(asked, 'application/json');
        return enqueue(() => create(asked));
      case 'PATCH /indexes/wenku/settings':
        needType(asked, 'application/json');
        Object.assign(settings, checkSettings(parseObject(asked.body, 'the body')));
        return { status: 'enqueued' };
      case 'DELETE /indexes/wenku/documents':
        return enqueue(() => documents.clear());
      case 'POST /indexes/wenku/documents':
        needType(asked, 'application/x-ndjson');
        return enqueue(() => add(asked));
      case 'GET /tasks':
        return { results: failed };
      case 'GET /indexes/wenku/stats':
        return { numberOfDocuments: documents.size };
      case 'POST /indexes/wenku/search':
        needType(asked, 'application/json');
        return search(asked);
      default:
        throw new Refused('no such request');
    }
  });
  return { ...server, documents, settings, failed };
}
