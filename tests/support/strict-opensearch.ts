/** Answers as OpenSearch does, as strictly, to the requests of a loading recipe. An imitation: no search engine. */
import {
  type Asked,
  asObject,
  type Json,
  type LoopbackServer,
  parseObject,
  Refused,
  startServer,
} from './loopback-server.ts';
import { checkIndex, checkSource } from './strict-mapping.ts';

export interface Index {
  body: Json;
  documents: Map<string, Json>;
}

export interface OpenSearch extends LoopbackServer {
  indexes: Map<string, Index>;
  aliases: Map<string, string>;
}

const INDEX_NAME = /^[a-z0-9][a-z0-9._-]{0,254}$/;
const LONGEST_ID = 512;

function needType({ type }: Asked, ...allowed: string[]): void {
  if (!allowed.includes(type)) throw new Refused(`Content-Type [${type}] is not supported`);
}

/** One pair of lines; gives what is wrong with the document, or nothing. A wrong action fails the whole request. */
function loadPair(action: string, source: string | undefined, index: Index): string | undefined {
  const [[name = '', meta] = [], ...more] = Object.entries(parseObject(action, 'the action line'));
  if (!['index', 'create'].includes(name) || more.length > 0)
    throw new Refused(
      `Malformed action/metadata line, expected an action but found [${action.slice(0, 80)}]`,
    );
  const { _id, ...rest } = asObject(meta, name);
  if (Object.keys(rest).length > 0) throw new Refused(`unknown parameter ${Object.keys(rest)}`);
  if (source === undefined) throw new Refused('the last action has no source line');
  if (typeof _id !== 'string' || _id === '') return 'no id';
  if (Buffer.byteLength(_id) > LONGEST_ID) return `id is too long: ${_id}`;
  try {
    const document = parseObject(source, 'the source line');
    checkSource(document, asObject(asObject(index.body['mappings'], 'mappings')['properties'], 'properties'));
    index.documents.set(_id, document);
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
}

function bulk(asked: Asked, index: Index): Json {
  needType(asked, 'application/x-ndjson', 'application/json');
  if (!asked.body.endsWith('\n')) throw new Refused('The bulk request must be terminated by a newline [\\n]');
  const lines = asked.body.slice(0, -1).split('\n');
  const items: Json[] = [];
  for (let at = 0; at < lines.length; at += 2) {
    const error = loadPair(lines[at] ?? '', lines[at + 1], index);
    if (error !== undefined) items.push({ index: { error } });
  }
  return { errors: items.length > 0, ...(items.length > 0 ? { items } : {}) };
}

function changeAliases(asked: Asked, { indexes, aliases }: Pick<OpenSearch, 'indexes' | 'aliases'>): Json {
  needType(asked, 'application/json');
  const { actions } = parseObject(asked.body, 'the body');
  for (const each of actions as Json[]) {
    const [[kind = '', value] = []] = Object.entries(each);
    const { index, alias } = asObject(value, kind);
    if (!indexes.has(String(index))) throw new Refused(`no such index [${index}]`);
    if (kind === 'add') aliases.set(String(alias), String(index));
    else if (kind === 'remove_index') indexes.delete(String(index));
    else throw new Refused(`unknown action ${kind}`);
  }
  return { acknowledged: true };
}

function search(asked: Asked, index: Index): Json {
  needType(asked, 'application/json');
  const { query } = parseObject(asked.body, 'the body');
  const { query: words, fields } = asObject(asObject(query, 'query')['multi_match'], 'multi_match');
  const properties = asObject(asObject(index.body['mappings'], 'mappings')['properties'], 'properties');
  const names = (fields as string[]).map((field) => {
    const [name = '', part = ''] = field.replace(/\^\d+$/, '').split('.');
    const parts = asObject(asObject(properties[name], name)['fields'] ?? {}, 'fields');
    if (part !== '' && !(part in parts)) throw new Refused(`no field [${field}]`);
    return name;
  });
  const hits = [...index.documents].filter(([, document]) =>
    names.some((name) => String(document[name]).includes(String(words))),
  );
  return { hits: { hits: hits.map(([_id]) => ({ _id })) } };
}

/** Starts one that knows no index. */
export async function startOpenSearch(): Promise<OpenSearch> {
  const indexes = new Map<string, Index>();
  const aliases = new Map<string, string>();
  const find = (name: string): Index => {
    const index = indexes.get(aliases.get(name) ?? name);
    if (!index) throw new Refused(`no such index [${name}]`);
    return index;
  };
  const server = await startServer((asked) => {
    const [, name = '', verb = ''] = asked.path.split('/');
    switch (`${asked.method} ${name.startsWith('_') ? name : verb}`) {
      case 'PUT ': {
        needType(asked, 'application/json');
        if (!INDEX_NAME.test(name)) throw new Refused(`Invalid index name [${name}]`);
        if (indexes.has(name)) throw new Refused(`index [${name}] already exists`);
        const body = parseObject(asked.body, 'the body');
        checkIndex(body);
        indexes.set(name, { body, documents: new Map() });
        return { acknowledged: true };
      }
      case 'POST _bulk':
        return bulk(asked, find(name));
      case 'POST _refresh':
        return { failed: find(name) ? 0 : 1 };
      case 'GET _count':
        return { count: find(name).documents.size };
      case 'POST _aliases':
        return changeAliases(asked, { indexes, aliases });
      case 'POST _search':
        return search(asked, find(name));
      default:
        throw new Refused('no such request');
    }
  });
  return { ...server, indexes, aliases };
}
