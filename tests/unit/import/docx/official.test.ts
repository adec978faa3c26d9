import { describe, expect, it } from 'vitest';
import { readBack } from '../../../../scripts/import/read-back.ts';
import type { Collection } from '../../../../src/core/collections.ts';
import { importManuscript } from '../../../../src/import/import-manuscript.ts';
import type { Draft } from '../../../../src/import/make-draft.ts';
import { essence } from '../../../../src/import/verify.ts';
import { type DocxParts, p, r, style, tbl } from '../../../support/docx-builder.ts';
import { readParts } from '../../../support/docx-manuscript.ts';

function draftOf(parts: DocxParts, collection: Collection = 'policies'): Draft {
  const context = { fileName: '文件.docx', sha256: 'a'.repeat(64), collection, agencies: [], readBack };
  const imported = importManuscript(readParts(parts), context);
  if (!imported.ok) throw new Error(imported.reason);
  const [draft] = imported.drafts;
  if (!draft) throw new Error('no draft');
  return draft;
}

const bodyOf = (draft: Draft): string[] =>
  draft.text.split('---\n').slice(2).join('---\n').trim().split('\n\n');
const centred = (text: string, points?: number): string =>
  p(r(text, points === undefined ? '' : `<w:sz w:val="${points * 2}"/>`), '<w:jc w:val="center"/>');
const right = (text: string): string => p(r(text), '<w:jc w:val="right"/>');
const text = p(r('为加强教学常规管理，现将有关事项通知如下。'), '<w:ind w:firstLineChars="200"/>');
const HEAD = centred('云岭区教育局文件', 42) + centred('云教发〔2012〕3号', 16);

describe('official documents in Word', () => {
  const whole =
    p('000001') +
    p('特急') +
    HEAD +
    centred('云岭区教育局关于开展2012年中小学', 22) +
    centred('教学常规管理专项检查工作的', 22) +
    centred('通　知', 22) +
    p('各中小学、幼儿园：') +
    text +
    p('一、检查范围') +
    p('全区各中小学。') +
    p('二、检查办法') +
    p('听课、评课。') +
    p('附件：1.检查表') +
    p('　　　2.评分标准') +
    right('云岭区教育局') +
    right('2012年3月5日') +
    p('（此件公开发布）') +
    tbl([['抄送：区政府办公室。'], ['云岭区教育局办公室　　　2012年3月6日印发']]);

  it('give their record, and lose nothing', () => {
    const draft = draftOf({ body: whole });
    expect(draft.frontmatter).toMatchObject({
      title: '云岭区教育局关于开展2012年中小学教学常规管理专项检查工作的通知',
      docNumber: '云教发〔2012〕3号',
      issuer: '云岭区教育局',
      kind: '通知',
      issuedOn: '2012-03-05',
    });
    expect(bodyOf(draft)).toEqual([
      '000001',
      '特急',
      '云岭区教育局文件',
      '云教发〔2012〕3号',
      '各中小学、幼儿园：',
      '为加强教学常规管理，现将有关事项通知如下。',
      '## 一、检查范围',
      '全区各中小学。',
      '## 二、检查办法',
      '听课、评课。',
      '附件：1.检查表',
      '2\\.评分标准',
      '云岭区教育局',
      '2012年3月5日',
      '（此件公开发布）',
      '抄送：区政府办公室。',
      '云岭区教育局办公室　　　2012年3月6日印发',
    ]);
    expect(draft.findings.filter(({ kind }) => kind === 'lost')).toEqual([]);
  });

  it('have a head without 文件, larger than the title, with signer beside the number', () => {
    const head = centred('云岭区教育局', 48) + p('云教函〔2012〕5号　　　签发人：张三');
    const draft = draftOf({ body: head + centred('关于举办教研活动的函', 22) + p('各校：') + text });
    expect(draft.frontmatter).toMatchObject({
      title: '关于举办教研活动的函',
      docNumber: '云教函〔2012〕5号',
    });
    expect(bodyOf(draft)[0]).toBe('云岭区教育局');
  });

  it('have their number below the title', () => {
    const body =
      centred('云岭区教研室2012年度工作计划', 22) +
      centred('云教研字〔2012〕3号') +
      centred('（2012年2月20日）') +
      text;
    const draft = draftOf({ body }, 'plans');
    expect(draft.frontmatter).toMatchObject({
      title: '云岭区教研室2012年度工作计划',
      docNumber: '云教研字〔2012〕3号',
    });
  });

  it('stop their title at its kind, and take 试行 with it', () => {
    const body =
      centred('云岭区教研室', 22) +
      centred('教学常规管理办法', 22) +
      centred('（试行）', 16) +
      centred('教研室', 22) +
      text;
    expect(draftOf({ body }).frontmatter['title']).toBe('云岭区教研室教学常规管理办法（试行）');
  });

  it('have their title in one paragraph of several lines, or in the style for titles', () => {
    const lines = '<w:r><w:t>云岭区教研室</w:t><w:br/><w:t>2012年度工作总结</w:t></w:r>';
    const title = '云岭区教研室2012年度工作总结';
    const broken = p(lines, '<w:jc w:val="center"/>') + text;
    expect(draftOf({ body: broken }, 'summaries').frontmatter['title']).toBe(title);
    const styles = style('a3', 'Title') + style('1', 'heading 1');
    const heading = p(r('主要工作'), '<w:pStyle w:val="1"/>');
    const styled = HEAD + p(lines, '<w:pStyle w:val="a3"/>') + heading + text;
    const draft = draftOf({ styles, body: styled }, 'summaries');
    expect(draft.frontmatter['title']).toBe(title);
    expect(bodyOf(draft)).toContain('## 主要工作');
    const marked =
      p(r(title), '<w:pStyle w:val="1"/>') + text + p(r('主要工作'), '<w:outlineLvl w:val="1"/>') + text;
    const other = draftOf({ styles, body: marked }, 'summaries');
    expect(other.frontmatter['title']).toBe(title);
    expect(bodyOf(other)).toContain('## 主要工作');
  });

  it('make headings of further titles', () => {
    const styles = style('a3', 'Title');
    const titled = (words: string): string => p(r(words), '<w:pStyle w:val="a3"/>');
    const body = titled('云岭区教研室') + titled('2012年度工作计划') + text + titled('检查表') + text;
    const draft = draftOf({ styles, body }, 'plans');
    expect(draft.frontmatter['title']).toBe('云岭区教研室2012年度工作计划');
    expect(bodyOf(draft)[1]).toBe('## 检查表');
  });

  it('keep headings of styles apart from paragraphs that only have the style', () => {
    const styles = style('1', 'heading 1') + style('2', '标题 2', '<w:basedOn w:val="1"/>');
    const long = `一、加强领导。${'各校要高度重视教学常规管理工作，'.repeat(5)}抓好落实。`;
    const styled = (words: string, id: string): string => p(r(words), `<w:pStyle w:val="${id}"/>`);
    const draft = draftOf({
      styles,
      body:
        centred('云岭区教研室2012年度工作计划', 22) +
        styled('总的要求', '1') +
        text +
        styled('教研', '2') +
        text +
        styled(long, '1'),
    });
    expect(bodyOf(draft)).toEqual([
      '## 总的要求',
      '为加强教学常规管理，现将有关事项通知如下。',
      '### 教研',
      '为加强教学常规管理，现将有关事项通知如下。',
      long,
    ]);
    expect(draft.findings.map(({ message }) => message).join()).toContain('用了标题样式，却是成段的文字');
  });

  it('drop bold that only sets a line off, and keep that of words', () => {
    const bold = (words: string): string => r(words, '<w:b/>');
    const draft = draftOf({
      body:
        centred('云岭区教研室2012年度工作计划', 22) +
        p(bold('（2012年2月）'), '<w:jc w:val="center"/>') +
        p(`${bold('（一）加强领导。')}${r('各校要重视。')}`),
    });
    expect(bodyOf(draft)).toEqual(['（2012年2月）', '**（一）加强领导。**各校要重视。']);
  });

  it('show what the source shows, whatever it would mean in MDX', () => {
    const odd = [
      '# 号',
      '- 横',
      '1. 数',
      '**星**',
      '<b>尖</b>',
      '{花}',
      '| 竖 |',
      '[方](x)',
      'import x',
      '&lt;实体',
      '`码`',
      '~~浪~~',
      '    缩进',
      '> 引',
      '---',
      '===',
      'https://例',
    ];
    const draft = draftOf({
      body:
        centred('云岭区教研室2012年度工作计划', 22) +
        odd.map((line) => p(r(line))).join('') +
        tbl([
          ['|甲|', '**乙**'],
          [p(r('<丙>')), '{丁}\\'],
        ]),
    });
    const read = readBack(bodyOf(draft).join('\n\n'));
    const shown = [...odd, '|甲|', '**乙**', '<丙>', '{丁}\\'].join('');
    expect(read.ok && essence(read.text)).toBe(essence(shown));
    expect(read.ok && Object.values(read.marked).join('')).toBe('');
  });

  it('report what stands in margins, once', () => {
    const header = (words: string): string =>
      `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml">${words}</w:hdr>`;
    const relationships = ['h1', 'h2', 'f1']
      .map(
        (id) =>
          `<Relationship Id="${id}" Type="x/${id.startsWith('h') ? 'header' : 'footer'}" Target="${id}.xml"/>`,
      )
      .join('');
    const references = ['h1', 'h2', 'f1', 'h1']
      .map((id) => `<w:${id.startsWith('h') ? 'header' : 'footer'}Reference r:id="${id}"/>`)
      .join('');
    const draft = draftOf({
      relationships,
      files: {
        'word/h1.xml': header(p('云岭区教研室')),
        'word/h2.xml': header(
          p('<w:r><w:pict><v:shape><v:textpath string="内部资料"/></v:shape></w:pict></w:r>') +
            p('云教发〔2012〕3号'),
        ),
        'word/f1.xml': header(p('— 1 —')),
      },
      body: `${centred('云岭区教研室2012年度工作计划', 22)}${text}<w:sectPr>${references}</w:sectPr>`,
    });
    const said = draft.findings.filter(({ line }) => line === 0).map(({ message }) => message);
    expect(said).toEqual(
      expect.arrayContaining([
        '没有收入：页眉“云岭区教研室”',
        '没有收入：水印“内部资料”',
        '没有收入：页脚里的页码“— 1 —”',
        expect.stringContaining('页眉里有发文字号'),
      ]),
    );
  });
});
