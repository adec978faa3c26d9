import { type PersonalNumber, personalNumbers } from '../personal-numbers.ts';
import { defineDocumentRule } from '../rule.ts';
import { filePlace } from '../source-offsets.ts';

const WHAT: Record<PersonalNumber['kind'], string> = {
  identity: '身份证号码',
  mobile: '手机号码',
  card: '银行卡号',
  account: '个人的 QQ 号或微信号',
};

/**
 * An identity-card, mobile-phone or bank-card number, or an account of a person, anywhere in a file. A message never
 * repeats the number: reports of a check are public too.
 */
export default defineDocumentRule({
  id: 'personal-data',
  severity: 'error',
  *check({ source }) {
    for (const { kind, start, masked } of personalNumbers(source.text)) {
      yield {
        file: source.file,
        ...filePlace(source, start),
        found: `${WHAT[kind]} ${masked}`,
        expected: '公开的文件里没有个人信息',
        fix: '删去，或遮去中间几位，如 138****0000；对外公开的办公电话写座机号码。已经提交过的，旧版本里还看得到，请告诉网站维护者',
      };
    }
  },
});
