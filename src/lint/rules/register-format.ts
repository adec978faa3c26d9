import { defineRule } from '../rule.ts';

/** A register of the content folder that is no list of well-formed entries. */
export default defineRule({
  id: 'register-format',
  severity: 'error',
  needs: ['agencies', 'topics', 'addresses', 'exceptions'],
  *check({ agencies, topics, addresses, exceptions }) {
    for (const register of [agencies, topics, addresses, exceptions]) {
      for (const { line, problem } of register.problems) {
        const { found, expected, fix } = problem;
        yield { file: register.file, line, found, expected, fix };
      }
    }
  },
});
