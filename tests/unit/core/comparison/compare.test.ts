import { describe, expect, test } from 'vitest';
import { type Comparison, comparePassages } from '../../../../src/core/comparison/compare.ts';
import { passagesFrom } from './documents.ts';

const compare = (left: string, right: string): Comparison =>
  comparePassages(passagesFrom(left), passagesFrom(right));

/** Each row as `kind: left → right`, an absent side as a dash; texts by their first characters. */
function outline({ rows }: Comparison, length = 8): string[] {
  const short = (text: string | undefined): string => text?.replaceAll('\n', '').slice(0, length) ?? '－';
  return rows.map(
    ({ kind, moved, left, right }) =>
      `${kind}${moved ? '*' : ''}: ${short(left?.text)} → ${short(right?.text)}`,
  );
}

const PLAN = `
# 一、工作目标
1.教研员每人每学期听课不少于60节，完成调研报告一份。
2.建成校本教研示范校8所，培养教学能手40名。
# 二、主要措施
1.开展“推门听课”活动，课后当场评议，听课情况记入年度考核。
2.组织“同课异构”教学研讨，邀请兄弟县区教师参加。
3.开展“磨课”活动，每位教师每学期至少磨一节课。
4.编印《云岭教研》4期，刊登教师的论文和案例。`;

describe('comparePassages', () => {
  test('a document compared with itself has only stayed', () => {
    const { rows, counts } = compare(PLAN, PLAN);
    expect(counts).toEqual({ stayed: 6, changed: 0, moved: 0, vanished: 0, new: 0 });
    expect(rows.every(({ kind, moved, left, right }) => kind === 'stayed' && !moved && left && right)).toBe(
      true,
    );
  });

  test('number, punctuation, width and space make no change', () => {
    const { counts } = compare(
      '1.听课 60 节，评课（含磨课）20节。\n2.IPAD教室８间。',
      '（3）听课６０节、评课(含磨课)20节\n4、iPad教室8间；',
    );
    expect(counts).toMatchObject({ stayed: 2, changed: 0, vanished: 0, new: 0 });
  });

  test.each([
    ['听课不少于60节。', '听课不少于80节。'],
    ['优良率达到3.5%以上。', '优良率达到35%以上。'],
    ['合格率达到90%以上。', '合格率达到90以上。'],
    ['全面落实**课程方案。', '全面落实课程方案。'],
  ])('%s and %s are not the same', (left, right) => {
    expect(compare(`1.${left}`, `1.${right}`).counts).toMatchObject({ stayed: 0, changed: 1 });
  });

  test('a measure that goes renumbers the others and moves none', () => {
    const later = PLAN.replace(/^1\.开展.*\n/m, '')
      .replace('2.组织', '1.组织')
      .replace('3.开展', '2.开展');
    const { rows, counts } = compare(PLAN, later);
    expect(counts).toEqual({ stayed: 5, changed: 0, moved: 0, vanished: 1, new: 0 });
    // It stands where it stood.
    expect(outline({ rows, counts })[4]).toBe('vanished: 1.开展“推门听 → －');
  });

  test('a measure under another heading has moved, reworded or not', () => {
    const later = `
# 一、工作目标
1.教研员每人每学期听课不少于60节，完成调研报告一份。
2.编印《云岭教研》4期，刊登教师的论文和案例。
3.开展“磨课”活动，每位教师每学期至少磨两节课。
4.建成校本教研示范校8所，培养教学能手40名。
# 二、主要措施
1.开展“推门听课”活动，课后当场评议，听课情况记入年度考核。
2.组织“同课异构”教学研讨，邀请兄弟县区教师参加。`;
    const comparison = compare(PLAN, later);
    expect(comparison.counts).toEqual({ stayed: 4, changed: 1, moved: 1, vanished: 0, new: 0 });
    expect(outline(comparison)).toContain('moved*: 4.编印《云岭教 → 2.编印《云岭教');
    expect(outline(comparison)).toContain('changed*: 3.开展“磨课” → 3.开展“磨课”');
  });

  test('of measures in another order only those out of line have moved', () => {
    const { rows, counts } = compare(
      '1.完善质量监测办法。\n2.建设教研网站。\n3.规范作业布置。\n4.加强实验教学。',
      '1.加强实验教学。\n2.完善质量监测办法。\n3.建设教研网站。\n4.规范作业布置。',
    );
    expect(counts).toMatchObject({ stayed: 3, moved: 1 });
    expect(rows.find(({ kind }) => kind === 'moved')?.left?.text).toBe('4.加强实验教学。');
  });

  test('when a whole section moves, its heading has moved and its measures have not', () => {
    const sections = [
      '# （一）常规管理\n1.实行月查制度。\n2.规范作业布置。',
      '# （二）校本教研\n3.开展磨课活动。\n4.建设教研网站。',
    ];
    const { rows } = compare(sections.join('\n'), [...sections].reverse().join('\n'));
    expect(rows.filter(({ moved }) => moved).map(({ left }) => left?.heading)).toEqual([true]);
  });

  test('a section that was given another name is recognised by what stands in it', () => {
    const { rows } = compare(PLAN, PLAN.replace('一、工作目标', '一、预期成果'));
    expect(rows[0]).toMatchObject({
      kind: 'changed',
      moved: false,
      left: { heading: true },
      right: { heading: true },
    });
    expect(rows.slice(1).every(({ kind, moved }) => kind === 'stayed' && !moved)).toBe(true);
  });

  test('near-duplicates find their own, and the one that is gone is gone', () => {
    const item = (subject: string, what: string): string =>
      `${subject}组织${what}活动，每学期一次，评出优秀选手给予表彰。`;
    const left = ['小学语文|经典诵读', '小学数学|口算竞赛', '初中英语|口语展示'].map((pair, index) => {
      const [subject = '', what = ''] = pair.split('|');
      return `${index + 1}.${item(subject, what)}`;
    });
    const right = [
      `1.${item('初中英语', '口语展示').replace('一次', '两次')}`,
      `2.${item('小学语文', '经典诵读').replace('优秀', '十佳')}`,
    ];
    const { rows } = compare(left.join('\n'), right.join('\n'));
    const pairs = rows.map(({ left: a, right: b }) => [a?.text.slice(2, 6), b?.text.slice(2, 6)]);
    expect(pairs).toContainEqual(['初中英语', '初中英语']);
    expect(pairs).toContainEqual(['小学语文', '小学语文']);
    expect(pairs).toContainEqual(['小学数学', undefined]);
  });

  test('of measures written after one model each finds the one about its own matter, and no other', () => {
    const matters =
      '听课评课 集体备课 经典诵读 口算竞赛 实验教学 课题研究 心理健康 家校共育 作业管理 体育锻炼 师德建设 质量监测'.split(
        ' ',
      );
    const plan = (about: readonly string[], times: string): string =>
      about
        .map(
          (matter, index) =>
            `${index + 1}.围绕${matter}，各片区每学期开展活动${times}，由教研员负责，年终通报。`,
        )
        .join('\n');
    const { rows } = compare(plan(matters.slice(0, 11), '两次'), plan(matters.slice(1).reverse(), '三次'));
    const about = (text = ''): string | undefined => matters.find((matter) => text.includes(matter));
    const paired = rows.filter(({ left, right }) => left && right);
    expect(paired.map(({ left }) => about(left?.text))).toEqual(
      paired.map(({ right }) => about(right?.text)),
    );
    expect(paired).toHaveLength(10);
    expect(rows.find(({ kind }) => kind === 'vanished')?.left?.text).toContain('听课评课');
    expect(rows.find(({ kind }) => kind === 'new')?.right?.text).toContain('质量监测');
  });

  test('the same boilerplate in several sections is paired within its section', () => {
    const same = '1.加强领导，成立工作领导小组。';
    const { rows, counts } = compare(
      `# 一、常规管理\n${same}\n# 二、课题研究\n${same}\n# 三、师资培训\n${same}`,
      `# 一、常规管理\n${same}\n# 二、师资培训\n${same}`,
    );
    expect(counts).toMatchObject({ stayed: 2, vanished: 1, moved: 0 });
    expect(rows.find(({ kind, left }) => kind === 'vanished' && !left?.heading)?.left?.parent).toBe(2);
  });

  test('unrelated measures are not paired, although they talk alike', () => {
    const { counts } = compare(
      '1.加强教学常规管理，切实提高教育教学质量。\n2.组织新教师岗前培训。',
      '1.完善质量监测办法，每学期期末抽测一次。\n2.编印教研简报，及时发布教研信息。',
    );
    expect(counts).toEqual({ stayed: 0, changed: 0, moved: 0, vanished: 2, new: 2 });
  });

  test('short headings are not paired for one common word', () => {
    const { rows } = compare('# 一、工作目标\n1.甲乙丙丁。', '# 一、工作要求\n1.戊己庚辛。');
    expect(rows.map(({ kind }) => kind).sort()).toEqual(['new', 'new', 'vanished', 'vanished']);
  });

  test('a measure that was enlarged a good deal is still that measure', () => {
    const { rows } = compare(
      '1.建立校本教研联片活动制度，全区分四个片区。',
      `1.建立校本教研联片活动制度，全区分四个片区。${'每片每学期活动两次，由牵头学校轮流承办，活动须有主题、记录和反馈，报教研室备案；年终评选先进片区，在全区教研工作会议上表彰。'}`,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ kind: 'changed', difference: { left: [{ changed: false }] } });
  });

  const WHOLE =
    '1.举办教师基本功比赛，内容为三笔字、普通话、教学设计和即兴演讲，比赛分学校初赛和全区决赛两个阶段，决赛成绩作为推荐教学能手的依据。';
  const PARTS =
    '1.举办教师基本功比赛，内容为三笔字、普通话、教学设计和即兴演讲。\n2.基本功比赛分学校初赛和全区决赛两个阶段，决赛成绩作为推荐教学能手的依据。';

  test('a part that was split off is none of the new ones, nor one that was merged vanished', () => {
    const split = compare(WHOLE, PARTS);
    expect(split.counts).toEqual({ stayed: 0, changed: 2, moved: 0, vanished: 0, new: 0 });
    const lone = split.rows.find(({ left }) => !left);
    expect(lone?.partOf?.text).toBe(WHOLE);
    const merged = compare(PARTS, WHOLE);
    expect(merged.counts).toEqual({ stayed: 0, changed: 2, moved: 0, vanished: 0, new: 0 });
    expect(merged.rows.find(({ right }) => !right)?.partOf?.text).toBe(WHOLE);
  });

  test('empty documents', () => {
    expect(compare('', '').rows).toEqual([]);
    expect(compare('', PLAN).counts).toEqual({ stayed: 0, changed: 0, moved: 0, vanished: 0, new: 6 });
    expect(compare(PLAN, '').counts).toEqual({ stayed: 0, changed: 0, moved: 0, vanished: 6, new: 0 });
  });

  test('rows follow the later document', () => {
    const { rows } = compare(PLAN, `${PLAN}\n5.建立学业质量档案。`);
    expect(rows.at(-1)?.right?.text).toBe('5.建立学业质量档案。');
    const rights = rows.flatMap(({ right }) => right ?? []);
    expect(rights).toEqual(passagesFrom(`${PLAN}\n5.建立学业质量档案。`));
  });
});
