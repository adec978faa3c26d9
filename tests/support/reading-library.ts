/** A small content folder of the fictional office with what a document page has to cope with: a long regulation, a plan with everything. */
import { mkdtempSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { formatChineseNumeral } from '../../src/core/numerals.ts';
import { buildTo } from './build.setup.ts';

const CHAPTERS = 12;
const SECTIONS = 3;
const ARTICLES = 4;

/** The plan's page, and the regulation's, below the base path. */
export const PLAN = 'plans/yunjiaoyanzi-2024-3/';
export const REGULATION = 'policies/yunjiaofa-2015-9/';

interface ReadingSite {
  /** Folder of the built site; it is there once `build` has ended. */
  dir: string;
  build: () => Promise<void>;
  remove: () => Promise<void>;
}

/** Where the site of that folder will be built; nothing is done yet. */
export function readingSite(): ReadingSite {
  const workspace = mkdtempSync(path.join(os.tmpdir(), 'wenku-read-'));
  const content = path.join(workspace, 'content');
  const dir = path.join(workspace, 'site');
  return {
    dir,
    build: async () => {
      await writeContent(content);
      await buildTo(dir, { CONTENT_DIR: content });
    },
    remove: () => rm(workspace, { recursive: true, force: true }),
  };
}

async function writeContent(content: string): Promise<void> {
  for (const folder of ['plans', 'summaries', 'policies'])
    await mkdir(path.join(content, folder), { recursive: true });
  for (const register of ['agencies.yml', 'topics.yml'])
    await cp(path.join('tests/fixtures/library', register), path.join(content, register));
  await writeFile(path.join(content, 'policies/long.mdx'), regulation());
  await writeFile(path.join(content, 'policies/old.mdx'), repealed());
  await writeFile(path.join(content, 'plans/2024.mdx'), plan());
}

function frontmatter(fields: Record<string, string>): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  return `---\n${lines.join('\n')}\nstatus: 未核实\ncompleteness: 全文\n---\n\n`;
}

function regulation(): string {
  const head = frontmatter({
    ...{ title: '云岭区教学管理条例', docNumber: '云教发〔2015〕9号', issuer: '云岭区教育局', kind: '条例' },
    ...{ issuedOn: '"2015-06-01"', effectiveOn: '"2015-09-01"', topics: '[课程改革]' },
    relations: '{ repeals: [云教发〔2008〕2号] }',
  });
  let article = 0;
  const chapters = Array.from({ length: CHAPTERS }, (_, chapter) => {
    const sections = Array.from({ length: SECTIONS }, (_, section) => {
      const articles = Array.from({ length: ARTICLES }, () => {
        article += 1;
        return `第${formatChineseNumeral(article)}条 学校应当按照规定开设课程，教师应当按照计划备课、上课、批改作业、辅导学生。`;
      });
      return `### 第${formatChineseNumeral(section + 1)}节 具体事项\n\n${articles.join('\n\n')}`;
    });
    return `## 第${formatChineseNumeral(chapter + 1)}章 教学管理\n\n${sections.join('\n\n')}`;
  });
  return `${head}${chapters.join('\n\n')}\n`;
}

function repealed(): string {
  const head = frontmatter({
    ...{
      title: '云岭区教学常规（试行）',
      docNumber: '云教发〔2008〕2号',
      issuer: '云岭区教育局',
      kind: '规定',
    },
    ...{ issuedOn: '"2008-01-05"', topics: '[课程改革]' },
  });
  return `${head}第一条 备课要有教案。\n`;
}

function plan(): string {
  const head = frontmatter({
    ...{ title: '云岭区教研室2024年度工作计划', docNumber: '云教研字〔2024〕3号', issuer: '云岭区教研室' },
    ...{ kind: '工作计划', issuedOn: '"2024-02-20"', period: '2024年', topics: '[课程改革]' },
    notes: '[{ text: "引用时云教发〔2008〕2号已废止，原文如此。" }]',
  });
  return `${head}各学校：

为做好教研工作[^a]，依据云教发〔2008〕2号，制定本计划。

## 一、工作目标

1\\.听课不少于400节。

2\\.一校一案。

## 二、工作安排

| 月份 | 主要工作 | 科室 | 节数 |
| --- | --- | --- | --- |
| 三月 | 推门听课，当场反馈，当日整理成册，报教研室备案 | 小学室 | 12 |
| 四月 | 集体备课评比，分学科、分学段进行 | 中学室 | 120 |

云岭区教研室

2024年2月20日

[^a]: 教研工作包括课题研究，参见云教发〔2015〕9号。
`;
}
