import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Nodes } from 'mdast';
import { beforeAll, describe, expect, it } from 'vitest';
import { findDocNumbers } from '../../src/core/docnumber.ts';
import { type LoadedContent, type LoadedDocument, loadContent } from '../../src/load/content-fs.ts';
import { parseBody } from '../../src/markdown/parse.ts';
import { expectSameAfterWord } from '../support/round-trip.ts';

/**
 * Facts of the source file, recorded when the plan was entered, so that the texts stay true to it without the
 * file being here. For each text: take its lines of the source (UTF-8), keep only the characters that match
 * \p{Script=Han}, in order; `han` is their number, `sha256` that of the string they make, encoded as UTF-8.
 */
const SOURCE_SHA256 = '3af734402f7ad8407aebfe5d0c35d390a6786ca3fae478e552cb7329ebabb5ba';
const RECORDED = [
  {
    id: 'plans/yijiaohanzi-2011-4',
    lines: '5–105',
    han: 3712,
    sha256: 'd2f1d83a75678b1cb5753de97a89a5e0fe0d3c69dd2727d7ec07fbcac68fe06b',
  },
  {
    id: 'summaries/abaga-banner-work-summary',
    lines: '109',
    han: 134,
    sha256: 'ef63b9e4e9b5656a23664ec7043215fa83c0fcaf93127e5d0f677cf47955ee95',
  },
  {
    id: 'summaries/college-english-section-work-summary',
    lines: '113',
    han: 139,
    sha256: '062c6728dc73e7f7f3def80c613b5045819c073424ac818f79d2e0962b5fc6ba',
  },
  {
    id: 'plans/2012-second-term-work-plan',
    lines: '117',
    han: 121,
    sha256: 'f69bcf9121be045c34dfa1126c94878f75384c207196253bad989841bd73589c',
  },
];

const CITED = [
  '峄教发〔2010〕65号',
  '鲁教基字〔2007〕21号',
  '峄教函字〔2010〕8号',
  '峄教发〔2009〕67号',
  '鲁教基字〔2009〕20号',
];

let content: LoadedContent;
beforeAll(async () => {
  content = await loadContent(path.resolve(import.meta.dirname, '../../content'));
});

function find(id: string): LoadedDocument {
  const document = content.documents.find((candidate) => candidate.id === id);
  if (!document) throw new Error(`no document ${id}`);
  return document;
}

/** The paragraphs and headings as a reader sees them; `supplied` tells whether the editor's brackets count. */
function visibleBlocks(
  document: LoadedDocument,
  supplied: boolean,
): { type: string; depth?: number; text: string }[] {
  const parsed = parseBody(document.source.body);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  const text = (node: Nodes): string => {
    if (node.type === 'mdxJsxTextElement' && !supplied) return '';
    if ('value' in node) return node.value;
    return 'children' in node ? node.children.map(text).join('') : '';
  };
  return parsed.tree.children.map((node) => ({
    type: node.type,
    ...(node.type === 'heading' ? { depth: node.depth } : {}),
    text: text(node),
  }));
}

const visibleText = (document: LoadedDocument, supplied = true): string =>
  visibleBlocks(document, supplied)
    .map((block) => block.text)
    .join('\n');

describe('the committed content', () => {
  it('keeps its schemas, registers included', () => {
    const problems = content.documents
      .filter(({ data }) => data === undefined)
      .map(({ source }) => source.file);
    expect(problems).toEqual([]);
    expect(content.unreadable).toEqual([]);
    expect([...content.agencies.problems, ...content.topics.problems]).toEqual([]);
  });

  it('uses only registered topics and claims no status', () => {
    const names = new Set(content.topics.entries.map(({ name }) => name));
    for (const { data } of content.documents) {
      expect(data?.topics.filter((topic) => !names.has(topic))).toEqual([]);
      expect(data?.status.name).toBe('未核实');
      expect(data?.issuedOn).toBeUndefined();
    }
  });

  it.each(RECORDED)('has every Han character of $id, in order', ({ id, han, sha256 }) => {
    const sequence =
      visibleText(find(id), false)
        .match(/\p{Script=Han}/gu)
        ?.join('') ?? '';
    expect(Array.from(sequence)).toHaveLength(han);
    expect(createHash('sha256').update(sequence, 'utf8').digest('hex')).toBe(sha256);
    expect(find(id).data?.source?.sha256).toBe(SOURCE_SHA256);
  });
});

describe('the plan 峄教函字〔2011〕4号', () => {
  const plan = (): LoadedDocument => find('plans/yijiaohanzi-2011-4');

  it('belongs to 2011, with its title as published and the conflict explained', () => {
    const data = plan().data;
    expect(data?.title).toBe('峄城区教研室2023年度工作计划');
    expect(data?.period).toBe('2011年');
    expect(data?.notes.find(({ field }) => field === 'period')?.inferred).toBe(true);
    expect(data?.notes.find(({ field }) => field === 'title')?.text).toMatch(/2023.*2011.*2010.*2021/);
    expect(data?.source?.printedLine).toBe('发布 2021-11-22 13:35:28 阅读 3186');
  });

  it('shows the two asterisks of the source as text, in their four places', () => {
    const text = visibleText(plan());
    expect(text.match(/\*\*/g)).toHaveLength(4);
    for (const place of ['学校**课程方案，', '落实**课程方案，', '“**制”', '义务履**况实施'])
      expect(text).toContain(place);
  });

  it('cites the five numbered policies, all of them held as records', () => {
    const numbers = findDocNumbers(visibleText(plan())).map(({ canonical }) => canonical);
    expect(numbers).toEqual(['峄教函字〔2011〕4号', ...CITED]);
    const records = content.documents.filter(({ data }) => data?.completeness === '题录');
    expect(records.map(({ data }) => data?.docNumber).toSorted()).toEqual(CITED.toSorted());
    expect(records.every(({ source }) => source.body.trim() === '')).toBe(true);
  });

  it('prints the numbers as the source does', () => {
    const raw = findDocNumbers(visibleText(plan())).map((found) => found.raw);
    expect(raw).toEqual([
      '峄教函字[2011]4号',
      '峄教发〔2010〕65号',
      '鲁教基字[2007]21号',
      '峄教函字[2010]8 号',
      '峄教发 [2009]67号',
      '鲁教基字〔2009〕20号',
    ]);
  });

  it('has its parts as headings and its numbered items as paragraphs', () => {
    const blocks = visibleBlocks(plan(), true);
    expect(blocks[0]).toEqual({ type: 'paragraph', text: '峄教函字[2011]4号。' });
    const headings = blocks
      .filter(({ type }) => type === 'heading')
      .map(({ depth, text }) => `${depth} ${text}`);
    expect(headings).toEqual([
      '2 一、指导思想。',
      '2 二、工作目标。',
      '2 三、主要措施。',
      '3 （一）分类推进特色品牌建设，全面深化素质教育。',
      '3 （二）深入实施课程评估，大力推进教学改革。',
      '3 （三）搭建平台，促进教师专业发展。',
      '3 （四）抓好保障机制建设，切实提升育人质量。',
    ]);
    const items = blocks.flatMap(({ type, text }) =>
      type === 'paragraph' ? (/^(\d+)\./.exec(text)?.[1] ?? []) : [],
    );
    expect(items.map(Number)).toEqual([
      1,
      2,
      3,
      4,
      5,
      6,
      ...Array.from({ length: 16 }, (_, index) => index + 1),
    ]);
  });

  it('marks what the editor supplied, and rejoins the one paragraph cut within brackets', () => {
    expect(plan().source.body.match(/<Supplied>[（《]<\/Supplied>/g)).toHaveLength(6);
    const text = visibleText(plan());
    expect(text).toContain('、《枣庄市普通高中有效课堂教学模式》和《');
    expect(text).toContain('、《关于推进全区中小学科学管理的实施意见》（峄教发 [2009]67号）等文件。');
    expect(text).toContain('讲奉献，比贡献。争做特色教师）活动，促进特色团队建设。');
    expect(visibleBlocks(plan(), true)).toHaveLength(50);
  });

  it('has no half-width punctuation left among Chinese', () => {
    expect(
      visibleText(plan()).match(/(?<=\p{Script=Han})[,;:!?()]|[,;:!?()](?=\p{Script=Han})/gu),
    ).toBeNull();
  });
});

it("comes back the same, each of the office's texts, from the Word file that the library makes of it", async () => {
  for (const { source } of content.documents) await expectSameAfterWord(source.collection, source.text);
});
