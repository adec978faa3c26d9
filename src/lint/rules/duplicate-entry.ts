import { uniqueSlugs } from '../../core/unique-slugs.ts';
import type { Exception, Topic } from '../../schema/registers.ts';
import { defineRule, type LintRegister } from '../rule.ts';

/** Two entries of a register with one agency code, topic name, topic address or published address. */
export default defineRule({
  id: 'duplicate-entry',
  severity: 'error',
  needs: ['agencies', 'topics', 'addresses', 'exceptions'],
  *check({ agencies, topics, addresses, exceptions }) {
    yield* repeated(agencies, 'code', '机关代字');
    yield* repeated(topics, 'name', '主题');
    yield* repeated(topics, 'slug', '网址名');
    yield* repeated(addresses, 'path', '网址');
    yield* takenByPinyin(topics);
    yield* repeatedExceptions(exceptions);
  },
});

/**
 * A slug that another topic, which has none of its own, has by its name's pinyin. The other's page would move to
 * another address, and links to it lead to this topic.
 */
function* takenByPinyin({ file, entries, lineOf }: LintRegister<Topic>) {
  const slugs = uniqueSlugs(entries.map(({ name }) => name));
  const explicit = new Set(entries.flatMap(({ name, slug }) => (slug === undefined ? [] : name)));
  for (const [index, topic] of entries.entries()) {
    const other = entries.findIndex(({ name }) => !explicit.has(name) && slugs.get(name) === topic.slug);
    const { name } = entries[other] ?? {};
    if (name === undefined) continue;
    yield {
      file,
      line: lineOf([index, 'slug']),
      found: `主题“${topic.name}”的网址名（slug）“${topic.slug}”，正是第 ${lineOf([other, 'name'])} 行主题“${name}”由拼音得出的网址名`,
      expected: '各主题的网址名互不相同',
      fix: `换一个网址名，或给主题“${name}”也写一行 slug`,
    };
  }
}

/** Of two exceptions for the same issues one is too much: its reason is never shown. */
function* repeatedExceptions({ file, entries, lineOf }: LintRegister<Exception>) {
  const firstLines = new Map<string, number>();
  for (const [index, { rule, document, found }] of entries.entries()) {
    const key = JSON.stringify([rule, document.replace(/\.mdx?$/, ''), found]);
    const first = firstLines.get(key);
    if (first === undefined) firstLines.set(key, lineOf([index]));
    else
      yield {
        ...{ file, line: lineOf([index]) },
        found: `规则 ${rule} 在 ${document} 里的这条例外与第 ${first} 行的相同`,
        expected: '同样的例外只写一条',
        fix: '两条合为一条，理由写在一起；只对某一处有效的，各写一行 found',
      };
  }
}

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
