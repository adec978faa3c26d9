/** How an export is loaded into an engine on this machine: commands to be copied. */
import type { ExportReport } from './write-export.ts';

const OPENSEARCH = 'http://127.0.0.1:9200';
const MEILISEARCH = 'http://127.0.0.1:7700';
const JSON_TYPE = "-H 'Content-Type: application/json'";
const LINES_TYPE = "-H 'Content-Type: application/x-ndjson'";
/** Engines refuse a request of over 100 MB. An even number: a document of a bulk request takes two lines. */
const LINES_AT_ONCE = 1000;
/** Enough of the digest to tell exports apart. */
const MARK_LENGTH = 12;

/** One argument of a shell, whatever is in it. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** Cuts a file, and sends each part with `send`; what an earlier load left is taken away first. */
function sendParts(file: string, send: string): string {
  return `rm -f ${file}.part-*
split -a 4 -l ${LINES_AT_ONCE} ${file} ${file}.part-
for part in ${file}.part-*; do
  ${send} --data-binary "@$part"
done
rm -f ${file}.part-*`;
}

/** An index for each state of the library, with one name for searchers that is moved when the new one is whole. */
export function openSearchRecipe(out: string, { documents, digest }: ExportReport): string {
  const index = `wenku-${digest.slice(0, MARK_LENGTH)}`;
  const alias = (actions: object[]): string =>
    `curl -sS ${JSON_TYPE} ${OPENSEARCH}/_aliases -d '${JSON.stringify({ actions })}'`;
  const add = { add: { index, alias: 'wenku' } };
  const send = `curl -sS ${LINES_TYPE} '${OPENSEARCH}/${index}/_bulk?filter_path=errors,items.*.error'`;
  const query = {
    query: { multi_match: { query: '教学常规', type: 'phrase', fields: ['title.single^3', 'text.single'] } },
  };
  return `装入 OpenSearch（在本机 ${OPENSEARCH}；在 Linux、macOS 的终端或 Git Bash 里逐段运行）：

# 1. 建索引。每一次的内容各有一个索引，索引名随内容变；说已经有了的，内容没变，不用再装。
cd ${quoted(out)}
curl -sS -X PUT ${JSON_TYPE} ${OPENSEARCH}/${index} --data-binary @opensearch/mapping.json
# 2. 装入，每次 ${LINES_AT_ONCE / 2} 份。每次应显示 "errors":false；不是的，后面写着哪一份、为什么。
${sendParts('opensearch/bulk.ndjson', send)}
# 3. 核对份数，应为 ${documents}。
curl -sS -X POST ${OPENSEARCH}/${index}/_refresh
curl -sS '${OPENSEARCH}/${index}/_count?filter_path=count'
# 4. 第一次：给它起名 wenku，以后都用这个名称检索。
${alias([add])}
#    更新：换过来，同时删去上一次的索引；把 wenku-上一次的 改成上一次的索引名。
# ${alias([{ remove_index: { index: 'wenku-上一次的' } }, add])}
# 5. 试一试。
curl -sS ${JSON_TYPE} '${OPENSEARCH}/wenku/_search?filter_path=hits.hits._id' -d '${JSON.stringify(query)}'`;
}

/** Meilisearch works off its tasks in order, so that each step may be asked for at once. */
export function meilisearchRecipe(out: string, { documents }: ExportReport): string {
  const index = `${MEILISEARCH}/indexes/wenku`;
  const send = `curl -sS -X POST ${LINES_TYPE} '${index}/documents?primaryKey=key'`;
  return `装入 Meilisearch（在本机 ${MEILISEARCH}；在 Linux、macOS 的终端或 Git Bash 里逐段运行；要 1.10 以后的版本。设了密钥的，每条 curl 加 -H 'Authorization: Bearer 密钥'）：

# 1. 建索引（已经有的，这一步不起作用），写上设置，清去上一次的文件。
cd ${quoted(out)}
curl -sS -X POST ${JSON_TYPE} ${MEILISEARCH}/indexes -d '{"uid":"wenku","primaryKey":"key"}'
curl -sS -X PATCH ${JSON_TYPE} ${index}/settings --data-binary @meilisearch/settings.json
curl -sS -X DELETE ${index}/documents
# 2. 装入，每次 ${LINES_AT_ONCE} 份。
${sendParts('meilisearch/documents.jsonl', send)}
# 3. 它排着队慢慢做。做完后没有失败的任务（建索引那一步除外），份数应为 ${documents}。
curl -sS '${MEILISEARCH}/tasks?statuses=enqueued,processing,failed'
curl -sS ${index}/stats
# 4. 试一试。
curl -sS ${JSON_TYPE} ${index}/search -d '{"q":"教学常规","attributesToRetrieve":["id","title"],"sort":["issuedDay:desc"]}'`;
}
