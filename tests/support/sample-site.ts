/**
 * A small built site of an openly fictional office, with everything that makes searching hard: the same words across
 * inline markup, blocks, table cells and regions; brackets, widths and spaces; rare and composed characters.
 */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DocumentEntry } from '../../src/search/record.ts';

/** A document as the sample site's author would write it: HTML of the body and the notes. */
export interface SampleDocument {
  readonly entry: DocumentEntry;
  readonly facts: ReadonlyArray<readonly [name: string, value: string]>;
  readonly body: string;
  readonly notes: string;
}

const escapeText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The page of a document. */
export function pageOf({ entry, facts, body, notes }: SampleDocument): string {
  const rows = facts
    .map(([name, value]) => `<tr><th>${escapeText(name)}</th><td>${escapeText(value)}</td></tr>`)
    .join('');
  return `<!doctype html><html lang="zh-CN"><head><title>${escapeText(entry.title)}</title></head><body>
<nav><a href="/">导航里的磨课</a></nav>
<article data-document data-id="${entry.id}"><h1 data-document-title>${escapeText(entry.title)}</h1>
<div data-document-facts id="facts"><table>${rows}</table></div>
<div data-document-body>${body}</div>
<aside data-document-notes id="notes">${notes}</aside>
<section><h2>被引用</h2><p>列表里的磨课</p></section></article></body></html>`;
}

/** Writes the site into a new temporary folder and gives its path. `basePath` ends in a slash. */
export async function writeSampleSite(
  documents: readonly SampleDocument[],
  numbers: Readonly<Record<string, { url: string; held: boolean }>>,
): Promise<string> {
  const outDir = await mkdtemp(path.join(tmpdir(), 'search-site-'));
  for (const document of documents) {
    const dir = path.join(outDir, document.entry.id);
    await mkdir(dir, { recursive: true });
    await writeFile(path.join(dir, 'index.html'), pageOf(document));
  }
  await mkdir(path.join(outDir, 'api'));
  await writeFile(
    path.join(outDir, 'api/documents.json'),
    JSON.stringify(documents.map(({ entry }) => entry)),
  );
  await writeFile(path.join(outDir, 'api/numbers.json'), JSON.stringify(numbers));
  return outDir;
}

/** A repeatable source of numbers from 0 up to, but not including, `limit`. */
export function makePicker(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >>> 8) % limit;
  };
}

const PHRASES = (
  '深入推进课堂教学改革|组织开展磨课、评课活动|落实国家课程方案|建设合格课与优质课|实施“四个一”工程|加强校本教研|' +
  '学校**课程方案|履**况实施|指导思想|思想法治教育|以教育教学质量为中心|提高教师专业素养|完善质量监测体系|' +
  '依据云教发〔2009〕67号|根据云教发 [2009]67号|转发云政办函【2010】8 号|见《云岭区教学常规（试行）》|执行〈课程标准〉|' +
  '满意率达98.5%|共１２所学校|使用IPad和iPad mini|QQ群：123456789|温度不低于18℃|①听课②评课|café与naïve|' +
  '𠮷田小学|한국어课|カタカナ教材|第3—4周完成|——强化管理——|“双减”‘双升’|A&B<C>|教研员每学期听课不少于60节'
).split('|');

const TITLES = ['工作计划', '工作总结', '关于开展磨课活动的通知', '教学常规（试行）', '“四个一”工程实施方案'];

function makeBody(pick: (limit: number) => number): string {
  const sentence = (): string => escapeText(PHRASES[pick(PHRASES.length)] ?? '');
  const inline = (): string => {
    const kinds = [
      sentence(),
      `<strong>${sentence()}</strong>`,
      `<a href="/n/x/">${sentence()}</a>`,
      `${sentence()}<br>`,
    ];
    return kinds[pick(kinds.length)] ?? '';
  };
  const blocks: string[] = [];
  for (let index = 0; index < 8; index++) {
    const text = `${inline()}，${inline()}${inline()}。`;
    const clause = ` id="c${index}" data-clause="第${index + 1}条"`;
    const kinds = [
      `<h2${clause}>${sentence()}</h2>`,
      `<p${clause}>${text}</p>`,
      `<p id="p${index}">${text}</p>`,
      `<ul><li>${inline()}<ul><li>${inline()}</li></ul>${inline()}</li></ul>`,
      `<table><tr><td>${inline()}</td><td>${inline()}</td></tr></table>`,
      `<p>${text}<button>复制</button><span data-search-ignore>略去</span></p>`,
    ];
    blocks.push(kinds[pick(kinds.length)] ?? '');
  }
  return blocks.join('\n');
}

const COLLECTIONS = ['plans', 'summaries', 'policies'] as const;

function makeDocument(index: number, basePath: string, pick: (limit: number) => number): SampleDocument {
  const collection = COLLECTIONS[index % 3] ?? 'plans';
  const year = 2005 + (index % 8);
  const id = `${collection}/yunjiaofa-${year}-${index}`;
  const docNumber = index % 4 === 3 ? null : `云教发〔${year}〕${index}号`;
  const title = `云岭区教研室${year}年${TITLES[pick(TITLES.length)]}`;
  const entry: DocumentEntry = {
    ...{ id, collection, url: `${basePath}${id}/`, title, docNumber, issuer: '云岭区教研室', kind: '通知' },
    ...{ period: String(year), issuedOn: index % 5 === 0 ? null : `${year}-03-0${1 + (index % 9)}` },
    ...{
      status: index % 7 === 0 ? '废止' : '未核实',
      completeness: '全文',
      level: index % 4 === 3 ? '' : '县级',
    },
    ...{ topics: index % 2 === 0 ? ['磨课'] : ['教学常规', '质量监测'], years: [year] },
  };
  const facts: Array<readonly [string, string]> = [
    ['标题', title],
    ['发文机关', '云岭区教研室'],
    ['发文字号', docNumber ?? '无'],
  ];
  return {
    entry,
    facts,
    body: makeBody(pick),
    notes: index % 3 === 0 ? `<p>原文误作${year + 1}年。</p>` : '',
  };
}

/** `count` documents, always the same ones. */
export function makeSampleDocuments(count: number, basePath = '/'): SampleDocument[] {
  const pick = makePicker(20110306);
  return Array.from({ length: count }, (_, index) => makeDocument(index, basePath, pick));
}
