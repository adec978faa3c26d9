import { afterEach, describe, expect, it, vi } from 'vitest';
import { readEnvironment, readPort } from '../../../scripts/build/environment.ts';
import { explainFailure } from '../../../scripts/build/explain-failure.ts';

afterEach(() => vi.unstubAllEnvs());

describe('readEnvironment', () => {
  it.each(['wenku', '/wenku', '/wenku/', 'wenku/'])('takes %s as the same base path', (base) => {
    vi.stubEnv('BASE_PATH', base);
    expect(readEnvironment().base).toBe('/wenku/');
  });

  it.each([
    ['SITE_URL', 'www.example.org'],
    ['SITE_URL', 'ftp://example.org'],
    ['BASE_PATH', '/文库/'],
    ['BASE_PATH', '/a/../b/'],
    ['AS_OF', '2015年6月1日'],
    ['AS_OF', '2015-02-30'],
    ['AS_OF', '2015-6-1'],
  ])('refuses %s=%s in words', (name, value) => {
    vi.stubEnv(name, value);
    expect(() => readEnvironment()).toThrow(/发现.*应为.*改法/);
  });
});

describe('AS_OF', () => {
  it('may be left out, or name the day as of which the site tells what is in force', () => {
    vi.stubEnv('AS_OF', '');
    expect(readEnvironment().asOf).toBeUndefined();
    vi.stubEnv('AS_OF', '2015-06-01');
    expect(readEnvironment().asOf).toBe('2015-06-01');
  });
});

describe('readPort', () => {
  it.each(['abc', '-1', '70000', '1.5'])('refuses PORT=%s', (port) => {
    vi.stubEnv('PORT', port);
    expect(() => readPort()).toThrow(/发现 PORT.*应为.*改法/);
  });
});

describe('explainFailure', () => {
  it('words what the disk refuses and passes on faults of ours', () => {
    const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', path: '/srv/www' });
    expect(explainFailure(full)).toContain('发现 /srv/www 不能读写（磁盘已满）');
    expect(explainFailure(new TypeError('x is not a function'))).toBeUndefined();
  });

  it('finds what the system refused under other errors, and in the words of the compiler', () => {
    const inner = Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'read' });
    expect(explainFailure(new Error('outer', { cause: inner }))).toContain('文件不能读写（磁盘读写出错）');
    expect(explainFailure(new AggregateError([inner], 'several'))).toContain('磁盘读写出错');
    const fault = new Error(
      "does not compile:\nError: ENOSPC: no space left on device, open '/srv/a b.mjs'\n  at x",
    );
    fault.name = 'ProgramFault';
    expect(explainFailure(fault)).toContain('发现 /srv/a b.mjs 不能读写（磁盘已满）');
    // A library's own code of such a name is none of the system's.
    expect(explainFailure(Object.assign(new Error('x'), { code: 'EACCES' }))).toBeUndefined();
  });

  it('tells of too little memory, wherever it ran out', () => {
    const thread = Object.assign(new Error('limit'), { code: 'ERR_WORKER_OUT_OF_MEMORY' });
    expect(explainFailure(thread)).toMatch(/^发现内存不够.*应为.*改法：.*--max-old-space-size/);
    expect(explainFailure(new RangeError('Array buffer allocation failed'))).toContain('内存不够');
  });
});
