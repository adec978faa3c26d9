import { describe, expect, test } from 'vitest';
import { personalNumbers } from '../../../src/lint/personal-numbers.ts';

const found = (text: string) => personalNumbers(text).map(({ kind, masked }) => `${kind} ${masked}`);

describe('personalNumbers', () => {
  test.each([
    ['身份证号：11010519491231002X。', 'identity 110*************2X'],
    ['11010519491231002x', 'identity 110*************2X'],
    ['110105 19491231 002X', 'identity 110*************2X'],
    ['１１０１０５１９４９１２３１００２Ｘ', 'identity 110*************2X'],
    ['旧号110105491231002', 'identity 110**********02'],
    ['联系人13800138000', 'mobile 138******00'],
    ['+86 138 0013 8000', 'mobile 138******00'],
    ['0086-13800138000', 'mobile 138******00'],
    ['8613800138000', 'mobile 138******00'],
    ['138-0013-8000', 'mobile 138******00'],
    ['138　0013　8000', 'mobile 138******00'],
    ['6222 0212 3456 7890 128', 'card 622**************28'],
    ['账号：4000000000000002', 'card 400***********02'],
    ['QQ：123456789', 'account 123****89'],
    ['12345678@qq.com', 'account 123***78'],
    ['微信号：zhang_san88', 'account zha******88'],
  ])('finds %s and hides its middle', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  test.each([
    ['身份证号：110105194912310021', 'identity 110*************21'],
    ['学籍号G11010519491231002X', 'identity 110*************2X'],
    ['电话：138\u200b00138000', 'mobile 138******00'],
    ['电话：13800 138000', 'mobile 138******00'],
    ['138 00 13 80 00', 'mobile 138******00'],
    ['138.0013.8000', 'mobile 138*******00'.replace('*******', '********')],
    ['(138)00138000', 'mobile (13********00'],
    ['一三八〇〇一三八〇〇〇', 'mobile 一三八******〇〇'],
    ['护照号码：E12345678', 'passport E12****78'],
  ])('finds %s in a print that hides it', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  test('says of an identity number whose check digit is wrong, and that nothing names, that it is doubtful', () => {
    expect(personalNumbers('王某 110105194912310021')).toEqual([
      { kind: 'identity', start: 3, masked: '110*************21', doubtful: true },
    ]);
  });

  test('tells the place in the text as it was given', () => {
    expect(personalNumbers('甲\u200b乙138\u200b00138000')[0]?.start).toBe(3);
  });

  test('finds each of several', () => {
    expect(found('13800138000、13900139000')).toHaveLength(2);
    expect(found('13800138000/13900139000')).toHaveLength(2);
    expect(found('13800138000 13900139000')).toHaveLength(2);
  });

  test.each([
    ['a day that is none', '110105491331002'],
    ['an index number', '000014349/2018-00222'],
    ['a hash', '3af734402f7ad8407aebfe5d0c35d390a6786ca3fae478e552cb7329ebabb5ba'],
    ['an address', 'http://www.example.org/13800138000'],
    ['a file name', '13800138000.docx'],
    ['an office telephone', '0632-7711234 0632-7711234-8001 400-800-1234'],
    ['an amount', '投资13800000000元'],
    ['a document number', '云教发〔2012〕13800138000号'],
    ['a number of some thing', '编号13812345678 统一社会信用代码12370404495550000X ISBN 9787040123456'],
    ['years and days', '2011 2012 2012-02-20 2013-03-01 20120220'],
    ['what is masked already', '138****8000'],
    ['a group and a public account', 'QQ群：123456789 微信公众号：yunling_jy'],
    ['an office mailbox', 'jyxjys@163.com'],
    ['a card that fails its check', '6222 0212 3456 7890 129'],
  ])('passes %s', (_name, text) => {
    expect(found(text)).toEqual([]);
  });
});
