import type { Picture } from '../../../src/docx/body-model.ts';
import type { WordSource } from '../../../src/docx/word-source.ts';
import { libraryDocument } from '../../support/library-document.ts';
import { wordSource } from '../../support/word-source.ts';

const picture = (type: Picture['type'], width: number, height: number): Picture => {
  return { data: new TextEncoder().encode(`${type} ${width}×${height}`), type, width, height };
};
const wide = (columns: number): string => {
  const row = (cell: string): string => `|${Array(columns).fill(cell).join('|')}|`;
  return [row('列'), row('---'), row('值*甲*'), row('')].join('\n');
};

const PLAN = `各镇（街）中心校，区直各学校：

为做好全年教研工作[^a]，依据云教发〔2011〕5号，制定本计划。学校\\*\\*课程方案 & <Supplied>（</Supplied>见附件）。

## 一、工作目标

### （一）听课

1\\.全年听课**不少于400节**，*评课*实录整理成册[^b]，~~另行通知~~，再见[^a]。

第一行<br />第二行，ABC
def\`x < y\`

附件：1.听课记录表

2\\.“磨课”日程

云岭区教研室

2012年2月20日

## 附件1：听课记录表

#### 第一节 说明

##### 五级

###### 六级

[^a]: 教研工作包括课题研究，*参见*云教发〔2014〕2号，又见[^b]。

    - 甲
    - 乙

    | 年 | 数 |
    |---|---|
    | 一 | 二 |
[^b]: 评课指课后评议。![图](/b.gif)
`;

const RULES = `# 云岭区听课办法

## 第一章 总则

第一条 为了规范听课，制定本办法。

**第二条** 听课<Supplied>每</Supplied>周一次。

### 第一节 要求

第三条 要求如下：

（一）按时；

（二）记录。

> 经费专款专用。
>
> - 引用中的一项

---

\`\`\`
代码 <一行>

  又一行 & 末行
\`\`\`
`;

const LISTS = `- 组长由主任担任；
  - 下设办公室；

    又一段；
    1. 甲
    2. 乙
- 成员由教研员担任。

中间一段。

- 另一列表

3. 第三步；
4. 第四步。

中间一段。

3. 又从三起

${Array.from({ length: 11 }, (_none, depth) => `${'  '.repeat(depth)}- 第${depth}层`).join('\n')}
`;

const TABLES = `| 月份 | 主要工作 | 备注 |
| --- | :---: | ---: |
| 三月 | 学习云教发〔2011〕5号，**认真**\`落实\` | — |
| 四月 | 推门听课<br />当场反馈[^1] | ![图](/c.png) |

${wide(9)}

[^1]: 注
`;

const PICTURES = `![甲](/a.png) 文字 ![乙](/b.gif)

![图 & "丙"](/c.png "图1 <听课> 节数")

![甲](/a.png)

![没有](/none.png)
`;
const HELD = new Map([
  ['/a.png', picture('png', 300, 200)],
  ['/b.gif', picture('gif', 2000, 1000)],
  ['/c.png', picture('jpg', 1000, 3000)],
]);

const STRANGE =
  '<figure><table><tr><td colspan="2"><p>甲</p><p>乙</p></td></tr><tr><td>丙</td><th align="right">丁</th></tr></table>' +
  '<figcaption>表一</figcaption></figure><p>H<sub>2</sub>O x<sup>2</sup> <b><i><s>叠</s></i></b></p>' +
  '<details><summary>戊</summary>己<div>庚</div></details><template>不印</template><p><kbd>辛&#x26;"\'</kbd></p>';

const SAID: Partial<WordSource> = {
  document: libraryDocument('policies/a', {
    title: '关于<试行> "磨课" & 听课的通知',
    issuer: '云岭区教研室、云岭区教师进修学校、云岭区电化教育馆、云岭区招生考试办公室',
    publishedOn: '2013-03-01',
    completeness: '摘录',
    status: '废止',
    topics: ['听课', '磨课'],
  }),
  notes: [
    { text: '时期由标题得出。', field: 'period', inferred: true },
    { text: '附件未收。', inferred: false },
  ],
  source: { file: '2012年计划.docx', note: '教研室存档', printedLine: '发布时间：2013-03-01' },
  standing: '本文件已失效。',
};

/** Sources of Word files that between them say all that a Word file can say. */
export const LIBRARY_CASES: Readonly<Record<string, WordSource>> = {
  plan: wordSource(PLAN, { pictures: HELD }),
  rules: wordSource(RULES, SAID),
  lists: wordSource(LISTS, { document: libraryDocument('plans/b', { issuer: '未署名' }) }),
  tables: wordSource(TABLES, { pictures: HELD }),
  pictures: wordSource(PICTURES, { pictures: HELD, document: libraryDocument('plans/c') }),
  strange: wordSource('', { html: STRANGE, clauses: [] }),
  empty: wordSource(''),
};
