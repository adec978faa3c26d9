import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type DocNumber,
  findDocNumbers,
  formatDocNumber,
  parseDocNumber,
} from '../../../src/core/docnumber.ts';

/** Plausible codes: the head of a place or of the state, departments, an ending. */
const madeUpCode = fc
  .tuple(
    fc.constantFrom('云', '云岭', '峄', '枣', '鲁', '国', '京', '市', '校', '沪'),
    fc.array(fc.constantFrom('教', '财', '卫', '人', '建', '科', '基', '师', '体', '综', '农', '林', '信'), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.constantFrom('', '字', '发', '函', '办', '办发', '办函', '通'),
  )
  .map(([head, departments, ending]) => head + departments.join('') + ending);

/** Real shapes whose characters also serve as cut words: 自, 和, 经, 将, 部, 厅, 局, 委. */
const trickyCode = fc.constantFrom(
  '自然资发',
  '和政办发',
  '京经信发',
  '将政办',
  '于府办字',
  '并政发',
  '人社部发',
  '工信部联节',
  '教督局函',
  '教师厅函',
  '教体艺厅函',
  '沪教委基',
  '国办发明电',
  '中办发',
  '法（研）发',
  '院（后）字',
  '财税',
  '国土资厅发',
  '发改环资',
  '中央编办发',
);

const number: fc.Arbitrary<DocNumber> = fc.record({
  kind: fc.constant('number' as const),
  code: fc.oneof(madeUpCode, trickyCode),
  year: fc.integer({ min: 1950, max: 2049 }),
  sequence: fc.integer({ min: 1, max: 99_999 }),
});

const order: fc.Arbitrary<DocNumber> = fc.record({
  kind: fc.constantFrom('order' as const, 'notice' as const),
  code: fc.constantFrom(
    '国务院',
    '教育部',
    '主席',
    '部',
    '云岭区人民政府',
    '劳动和社会保障部',
    '民政部、总后勤部',
  ),
  sequence: fc.integer({ min: 1, max: 9999 }),
});

const space = fc.constantFrom('', '', ' ', '\u00a0', '\u3000', '  ');
const fullWidth = (digits: string): string =>
  digits.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** One printed disguise of a number that the rules allow. */
const disguise = fc.record({
  open: fc.constantFrom('〔', '[', '［', '(', '（', '【', '﹝', '<', '〈', '＜', '«'),
  close: fc.constantFrom('〕', ']', '］', ')', '）', '】', '﹞', '>', '〉', '＞', '»'),
  spaces: fc.array(space, { minLength: 5, maxLength: 5 }),
  ordinal: fc.constantFrom('', '第'),
  zeros: fc.constantFrom('', '0', '00'),
  sign: fc.constantFrom('号', '號'),
  wide: fc.boolean(),
});

function print(n: DocNumber, how: typeof disguise extends fc.Arbitrary<infer T> ? T : never): string {
  const [a = '', b = '', c = '', d = '', e = ''] = how.spaces;
  const digits = (value: string): string => (how.wide ? fullWidth(value) : value);
  const year = `${a}${how.open}${b}${digits(String(n.year))}${c}${how.close}`;
  return `${n.code}${year}${d}${how.ordinal}${digits(how.zeros + n.sequence)}${e}${how.sign}`;
}

describe('any number in any disguise', () => {
  test('comes back alone', () => {
    fc.assert(
      fc.property(number, disguise, (n, how) => {
        const printed = print(n, how);
        const found = findDocNumbers(printed);
        expect(found.map((each) => each.canonical)).toEqual([formatDocNumber(n)]);
        expect(found[0]?.raw).toBe(printed);
        expect(parseDocNumber(printed)).toEqual(n);
      }),
      { numRuns: 500 },
    );
  });

  test('comes back from a sentence, with exact offsets', () => {
    const frame = fc.constantFrom(
      ['依据', '的要求'],
      ['按照', '文件精神'],
      ['认真贯彻落实', '文中的规定'],
      ['《关于工作的通知》（', '）'],
      ['关于加强管理的意见', '各单位：'],
      ['见', '。'],
      ['1.', '；'],
      ['2018年4月16日', '印发'],
      ['《某办法》和', '同时废止'],
      ['国务院办公厅', '转发'],
    ) as fc.Arbitrary<[string, string]>;
    fc.assert(
      fc.property(number, disguise, frame, (n, how, [before, after]) => {
        const printed = print(n, how);
        const text = before + printed + after;
        const found = findDocNumbers(text);
        expect(found).toHaveLength(1);
        expect(found[0]).toMatchObject({ canonical: formatDocNumber(n), raw: printed, start: before.length });
        expect(text.slice(found[0]?.start, found[0]?.end)).toBe(printed);
      }),
      { numRuns: 500 },
    );
  });

  test('reading what was written changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(number, order), (n) => {
        expect(parseDocNumber(formatDocNumber(n))).toEqual(n);
      }),
    );
  });

  test('offsets hold and spans do not overlap in any text', () => {
    const pieces = fc.constantFrom(
      ...[
        '云教发',
        '〔2010〕',
        '[2011]',
        '第',
        '3',
        '12',
        '号',
        '、',
        '和',
        '令',
        '公告',
        '教育部',
        '2010年',
      ],
      ...['（', '）', '《', '》', ' ', '\n', '关于', '的通知', '字', '依据', '😀'],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        let end = 0;
        for (const found of findDocNumbers(text)) {
          expect(found.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(found.start, found.end)).toBe(found.raw);
          end = found.end;
        }
      }),
      { numRuns: 1000 },
    );
  });
});
