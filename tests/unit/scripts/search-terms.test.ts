import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { IndexedDocument } from '../../../scripts/search-index/documents.ts';
import { TermCollector } from '../../../scripts/search-terms/collector.ts';
import { countDocuments } from '../../../scripts/search-terms/count-documents.ts';
import { spellTerm } from '../../../scripts/search-terms/spell.ts';
import { makeSuggestFile, suggestBudget } from '../../../scripts/search-terms/suggest-file.ts';
import { headingTerms, quotedTerms } from '../../../scripts/search-terms/text-terms.ts';
import { titleCore } from '../../../scripts/search-terms/title-core.ts';
import { findParts, type Phrase, type SegmentWords } from '../../../scripts/search-terms/title-parts.ts';
import { level1Characters } from '../../../src/search/alike.ts';
import { normalise } from '../../../src/search/normalise.ts';
import { readPage } from '../../../src/search/page.ts';
import type { Block } from '../../../src/search/record.ts';
import { type SuggestFile, unpackTerms } from '../../../src/search/suggest-terms.ts';
import { makePicker, makeSampleDocuments, pageOf, type SampleDocument } from '../../support/sample-site.ts';

const indexed = (document: SampleDocument): IndexedDocument => ({
  document: document.entry,
  page: readPage(pageOf(document)),
});

function collect(documents: readonly SampleDocument[]): TermCollector {
  const collector = new TermCollector();
  for (const document of documents) {
    const entry = indexed(document);
    collector.add(
      entry,
      entry.page.blocks.map(({ text }) => normalise(text)),
    );
  }
  return collector;
}

function fileOf(collector: TermCollector, name: string): Buffer {
  const file = collector.files().find(({ path }) => path === `search/${name}.json`);
  return Buffer.from(file?.content ?? '');
}

const gzipped = (content: Uint8Array): number => gzipSync(content, { level: 9 }).length;

describe('the core of a title', () => {
  it.each([
    ['关于推进全区中小学科学管理的实施意见', '推进全区中小学科学管理'],
    ['云岭区教育局关于加强师德建设的若干意见', '加强师德建设'],
    ['关于印发〈云岭区课程实施水平评价方案（试行）〉的通知', '云岭区课程实施水平评价方案'],
    ['云岭区教育局关于转发《关于规范教学常规的通知》的通知', '规范教学常规'],
    ['关于印发云岭区教学工作要点的通知', '云岭区教学工作要点'],
    ['关于实施“四个一”工程的方案', '实施“四个一”工程'],
    ['云岭区教研室2012年度工作计划', '云岭区教研室2012年度工作计划'],
    ['教学常规（试行）（2012年修订）', '教学常规'],
    ['（试行）', '（试行）'],
    ['关于的通知', '关于的通知'],
    ['关于贯彻《甲》和《乙》的通知', '贯彻《甲》和《乙》'],
    ['关于印发《甲》的通知》', '关于印发《甲》的通知》'],
  ])('of %s is %s', (title, core) => {
    expect(titleCore(title)).toBe(core);
    expect(title).toContain(core);
  });
});

describe('parts of titles', () => {
  // What ICU takes for a word is not this project's to promise.
  const WORDS = /课堂|教学|评价|规范|开展|改革|教育|质量|提高|云岭区|大气|污染|磨课|活动|推进|工作|常规|./gu;
  const segment: SegmentWords = (text) =>
    [...text.matchAll(WORDS)].map((match) => ({ index: match.index, segment: match[0] }));

  it('are what several titles have beside different words, from the beginning of a word to the end of one', () => {
    const titles = [
      '课堂教学评价',
      '规范课堂教学',
      '开展课堂教学改革',
      '教育教学质量',
      '提高教育质量',
      '云岭区大气污染',
    ];
    const parts = findParts(
      titles.map((title) => [title, 1]),
      segment,
    );
    expect(parts.get('课堂教学')).toBe(3);
    expect(parts.get('教育')).toBe(2);
    expect([...parts.keys()].filter((part) => /^[堂学]|课$|大气/.test(part))).toEqual([]);
    expect([...parts.keys()].filter((part) => /^规范|^开展|^提高/.test(part))).toEqual([]);
  });

  it('count the documents that have a title', () => {
    const phrases: Phrase[] = [
      ['开展磨课活动', 5],
      ['推进磨课活动工作', 2],
    ];
    expect(findParts(phrases, segment).get('磨课活动')).toBe(7);
    for (const [part, documents] of findParts(phrases)) {
      const having = phrases.filter(([title]) => title.includes(part));
      expect([part, documents]).toEqual([part, having.reduce((sum, [, count]) => sum + count, 0)]);
    }
  });

  it('need more than one document', () => {
    expect(findParts([['云岭区教学常规', 1]]).size).toBe(0);
  });
});

describe('terms of a text', () => {
  const block = (region: Block['region'], text: string): Block => ({ region, text, clause: -1, anchor: '' });

  it('are what its body puts in quotation marks', () => {
    const blocks = [
      block('body', '开展“磨课”活动，“磨课”要有“一课三研”，办好“学、查、纠”，“试行”“*”「四个一」'),
      block('facts', '“要素”'),
      block('notes', '原文误作“磨棵”'),
    ];
    expect(quotedTerms(blocks)).toEqual(['磨课', '磨课', '一课三研', '四个一']);
  });

  it('are the phrases of its headings', () => {
    const blocks = [
      block('heading', '一、指导思想。'),
      block('heading', '（二）大力推进教学改革，全面深化素质教育'),
      block('heading', '第三章 权利 与保障'),
      block('body', '一、不是标题'),
    ];
    expect(headingTerms(blocks)).toEqual(['指导思想', '教学改革', '素质教育', '权利']);
  });
});

describe('spelling', () => {
  it.each([
    ['校本教研', 'xiao ben jiao yan'],
    ['教育局局长', 'jiao yu ju ju zhang'],
    ['学校长期规划', 'xue xiao chang qi gui hua'],
    ['校长论坛', 'xiao zhang lun tan'],
    ['行动研究', 'xing dong yan jiu'],
    ['行业标准', 'hang ye biao zhun'],
    ['音乐教学', 'yin yue jiao xue'],
    ['重点学校', 'zhong dian xue xiao'],
    ['调研', 'diao yan'],
    ['调整', 'tiao zheng'],
    ['合格率', 'he ge lv'],
    ['策略', 'ce lue'],
    ['“四个一”iPad2', 'si ge yi i p a d 2'],
    ['𠮷田', ' tian'],
  ])('%s is %s', (text, spelt) => {
    expect(spellTerm(text)).toEqual(spelt.split(' '));
  });
});

describe('counting documents', () => {
  it('equals a literal search', () => {
    const pick = makePicker(3);
    const word = (length: number): string =>
      Array.from({ length }, () => '教研课磨'.charAt(pick(4))).join('');
    const texts = Array.from({ length: 80 }, () => word(pick(60)));
    const terms = [...new Set(Array.from({ length: 200 }, () => word(2 + pick(5))))];
    const expected = terms.map((term) => texts.filter((text) => text.includes(term)).length);
    expect(countDocuments(terms, texts)).toEqual(expected);
    expect(expected.filter((count) => count > 0 && count < 80).length).toBeGreaterThan(50);
  });
});

describe('the terms of a library', () => {
  const documents = makeSampleDocuments(60);
  const content = fileOf(collect(documents), 'suggest');
  const file: SuggestFile = JSON.parse(content.toString('utf8'));
  const terms = unpackTerms(file);

  it('name its topics, offices and codes, its titles, and what its texts set apart', () => {
    const texts = terms.map(({ text }) => text);
    for (const text of ['磨课', '教学常规', '质量监测', '云岭区教研室', '云教发', '四个一'])
      expect(texts).toContain(text);
    expect(texts.some((text) => text.startsWith('云岭区教研室20'))).toBe(true);
    expect(texts).not.toContain('无');
    expect(terms.find(({ text }) => text === '磨课')?.syllables).toEqual(['mo', 'ke']);
  });

  it('stand in as many documents as they say, and in one at the least', () => {
    const blocks = documents.map((document) =>
      indexed(document).page.blocks.map(({ text }) => normalise(text)),
    );
    for (const { text, documents: count } of terms) {
      const found = blocks.filter((all) => all.some((block) => block.includes(normalise(text))));
      expect([text, found.length]).toEqual([text, count]);
    }
    expect(terms.every(({ documents: count }) => count > 0)).toBe(true);
  });

  it('are each given once', () => {
    expect(new Set(terms.map(({ bare }) => bare)).size).toBe(terms.length);
  });

  it('take the same bytes each time', () => {
    const again = collect(documents);
    expect(fileOf(again, 'suggest').equals(content)).toBe(true);
    expect(fileOf(again, 'alike').equals(fileOf(collect(documents), 'alike'))).toBe(true);
  });

  it('are none in a library of no documents', () => {
    expect(unpackTerms(JSON.parse(fileOf(new TermCollector(), 'suggest').toString('utf8')))).toEqual([]);
  });
});

describe('the size of the terms', () => {
  /** Terms of characters drawn at random, which nothing compresses. */
  function randomTerms(count: number): Array<{ text: string; documents: number; syllables: string[] }> {
    const pick = makePicker(11);
    const characters = level1Characters();
    return Array.from({ length: count }, (_, index) => {
      const text = Array.from({ length: 2 + pick(20) }, () => characters[pick(characters.length)]).join('');
      return { text, documents: count - index, syllables: spellTerm(text) };
    });
  }

  it.each([
    [9, 2 * 1024],
    [60, 2.4 * 1024],
    [3500, 20 * 1024],
    [100_000, 20 * 1024],
  ])('stays within its budget for %i documents, whatever the terms', (documents, most) => {
    expect(suggestBudget(documents)).toBeLessThanOrEqual(most);
    const content = makeSuggestFile(randomTerms(2500), documents);
    expect(gzipped(content)).toBeLessThanOrEqual(suggestBudget(documents));
    expect(gzipped(content)).toBeGreaterThan(suggestBudget(documents) * 0.7);
  });

  it('leaves out the last terms first', () => {
    const all = randomTerms(2500);
    const kept = unpackTerms(JSON.parse(makeSuggestFile(all, 3500).toString('utf8')));
    expect(kept.map(({ text }) => text)).toEqual(all.slice(0, kept.length).map(({ text }) => text));
  });
});
