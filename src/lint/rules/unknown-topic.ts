import { defineRule } from '../rule.ts';

/** A topic that topics.yml doesn't have. A library that keeps no list of topics may use any. */
export default defineRule({
  id: 'unknown-topic',
  severity: 'error',
  needs: ['documents', 'topics'],
  *check({ documents, topics }) {
    if (topics.entries.length === 0) return;
    const names = topics.entries.map((topic) => topic.name);
    for (const { source, data } of documents) {
      for (const [index, topic] of (data.topics ?? []).entries()) {
        if (data.topics?.indexOf(topic) !== index)
          yield {
            ...{ file: source.file, line: source.lineOf(['topics', index]) },
            found: `主题“${topic}”写了两次`,
            expected: '每个主题写一次',
            fix: '删去后一处',
          };
        if (names.includes(topic)) continue;
        yield {
          file: source.file,
          line: source.lineOf(['topics', index]),
          found: `主题“${topic}”不在 ${topics.file} 中`,
          expected: `以下之一：${names.join('、')}`,
          fix: `改用现有的主题；确需新设的，先在 ${topics.file} 加一条 - name: ${topic}`,
        };
      }
    }
  },
});
