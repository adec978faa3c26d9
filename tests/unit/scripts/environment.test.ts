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
});
