import { INBOX } from '../../core/inbox.ts';
import { defineRule } from '../rule.ts';

/** How many files the message names. */
const NAMED = 3;

/** Files dropped into the inbox that nobody has converted: their texts are not on the site. Told once, not for each. */
export default defineRule({
  id: 'inbox-waiting',
  severity: 'warning',
  needs: ['waiting'],
  *check({ waiting }) {
    if (waiting.length === 0) return;
    const names = waiting.slice(0, NAMED).map((file) => file.slice(INBOX.length + 1));
    const more = waiting.length > NAMED ? '等' : '';
    yield {
      file: waiting[0] ?? INBOX,
      line: 1,
      found: `收件箱里还有 ${waiting.length} 个文件没有转换（${names.join('、')}${more}），网站上没有它们`,
      expected: '空的收件箱',
      fix: '运行 npm run inbox；转换不了的，照它说的改，不要的删去',
    };
  },
});
