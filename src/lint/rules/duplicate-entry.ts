import { defineRule, type LintRegister } from '../rule.ts';

/** Two entries of a register with one agency code, topic name or topic address. */
export default defineRule({
  id: 'duplicate-entry',
  severity: 'error',
  needs: ['agencies', 'topics'],
  *check({ agencies, topics }) {
    yield* repeated(agencies, 'code', '机关代字');
    yield* repeated(topics, 'name', '主题');
    yield* repeated(topics, 'slug', '网址名');
  },
});

function* repeated<T>(register: LintRegister<T>, key: keyof T & string, label: string) {
  const firstLines = new Map<T[keyof T], number>();
  for (const [index, entry] of register.entries.entries()) {
    const value = entry[key];
    if (value === undefined) continue;
    const line = register.lineOf([index, key]);
    const first = firstLines.get(value);
    if (first === undefined) firstLines.set(value, line);
    else {
      yield {
        file: register.file,
        line,
        found: `${label}“${value}”在第 ${first} 行已有`,
        expected: `每个${label}只登记一次`,
        fix: '两条合为一条，或改正写错的一条',
      };
    }
  }
}
