import { defineRule } from '../rule.ts';

/** agencies.yml or topics.yml that is no list of well-formed entries. */
export default defineRule({
  id: 'register-format',
  severity: 'error',
  needs: ['agencies', 'topics'],
  *check({ agencies, topics }) {
    for (const register of [agencies, topics]) {
      for (const { line, problem } of register.problems) {
        const { found, expected, fix } = problem;
        yield { file: register.file, line, found, expected, fix };
      }
    }
  },
});
