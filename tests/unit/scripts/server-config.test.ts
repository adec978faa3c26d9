import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { caddyRecipe } from '../../../scripts/server-config/caddy.ts';
import { containerRecipe } from '../../../scripts/server-config/container.ts';
import { nginxRecipe } from '../../../scripts/server-config/nginx.ts';
import { storageRecipe } from '../../../scripts/server-config/storage.ts';
import { pagePolicy } from '../../../src/site/page-policy.ts';

const SETTINGS = { host: 'wenku.example.org', base: '/wenku/', root: '/srv/www' };

describe.each([
  ['nginx', nginxRecipe],
  ['caddy', caddyRecipe],
])('the recipe for %s', (_name, recipe) => {
  const config = recipe(SETTINGS);

  it('sends the policy that the pages carry, and who may frame them', () => {
    expect(config).toContain(`"${pagePolicy}; frame-ancestors 'self'"`);
    expect(config).not.toMatch(/unsafe-inline|'unsafe-eval'/);
  });

  it('keeps for good only what is named after its content', () => {
    expect(config).toContain('public, max-age=31536000, immutable');
    expect(config).toMatch(/\^\/wenku\/\(?_astro\//);
    expect(config).toMatch(/pagefind\/\[0-9a-f\]\+\//);
  });

  it('lets nothing run that lies among the attachments', () => {
    expect(config).toContain("script-src 'none'; frame-ancestors 'self'");
  });

  it('leaves the editor to its own policy', () => {
    expect(config).toMatch(/\/wenku\/admin\/[^}]*?Content-Security-Policy "frame-ancestors 'self'"/);
  });

  it('leads any print of a number to its page, and the path without its slash to the site', () => {
    expect(config).toMatch(/wenku\/n\//);
    expect(config).toMatch(/\/wenku(?: \{ return 302)? \/wenku\//);
    expect(recipe({ ...SETTINGS, base: '/' })).not.toContain('wenku/');
  });
});

describe('the recipe for a container', () => {
  it('tells a command whose output is a configuration and nothing else', () => {
    expect(containerRecipe(SETTINGS)).toMatch(/^# +npm run --silent server-config -- nginx/m);
  });

  it('takes nothing of what this machine built or installed', async () => {
    const left = (await readFile('.dockerignore', 'utf8')).split('\n');
    expect(left).toEqual(expect.arrayContaining(['node_modules', 'dist', '.git']));
  });

  it('serves nothing but what was built', () => {
    const [, served = ''] = containerRecipe(SETTINGS).split(/\nFROM nginx/);
    expect(served).toContain('COPY --from=build /site/dist /srv/www/wenku/');
    expect(served).not.toMatch(/COPY \. /);
  });
});

function run(...args: string[]): { code: number; out: string } {
  try {
    const options = { encoding: 'utf8', stdio: 'pipe' } as const;
    return {
      code: 0,
      out: execFileSync(process.execPath, ['scripts/print-server-config.ts', ...args], options),
    };
  } catch (error) {
    const { status, stderr } = error as { status: number; stderr: string };
    return { code: status, out: stderr };
  }
}

describe('npm run server-config', () => {
  it('answers to any host while the settings name this machine alone, and names a host without a port', () => {
    const settings = { host: '_', base: '/', root: '/srv/www' };
    expect(run('nginx', '--host', '_').out).toContain('server_name _;');
    expect(caddyRecipe(settings)).toContain('\n:80 {');
    expect(nginxRecipe({ ...settings, host: 'wenku.example.org:8080' })).toContain(
      'server_name wenku.example.org;',
    );
    const local = spawnSync(process.execPath, ['scripts/print-server-config.ts', 'nginx'], {
      encoding: 'utf8',
      env: { ...process.env, SITE_URL: 'http://127.0.0.1:4321' },
    });
    expect(local.stdout).toBe(nginxRecipe(settings));
    expect(local.stderr).toContain('加 --host 域名');
  });

  it('prints a configuration and nothing else', () => {
    expect(run('nginx', '--host', 'a.example.org')).toEqual({
      code: 0,
      out: nginxRecipe({ host: 'a.example.org', base: '/', root: '/srv/www' }),
    });
  });

  it.each([
    [[], '没有写要哪一种配置'],
    [['apache'], '发现apache，应为'],
    [['nginx', '--root', '/srv/a b;'], '发现 --root /srv/a b;'],
    [['caddy', '--host', 'http://x/'], '发现 --host http://x/'],
  ])('explains what is wrong with %j', (args, message) => {
    const { code, out } = run(...args);
    expect(code).toBe(2);
    expect(out).toContain(message);
  });
});

describe('the script for an object store', () => {
  /** What the script asks of rclone, without the places. */
  async function calls(...args: string[]): Promise<string[][]> {
    const dir = await mkdtemp(path.join(tmpdir(), 'upload-'));
    onTestFinished(() => rm(dir, { recursive: true, force: true }));
    const log = path.join(dir, 'calls.txt');
    const stub = `#!/bin/sh\nfor each in "$@"; do printf '%s\\037' "$each" >> '${log}'; done; echo >> '${log}'\n`;
    await writeFile(path.join(dir, 'rclone'), stub, { mode: 0o755 });
    await writeFile(path.join(dir, 'upload.sh'), storageRecipe({ base: '/wenku/' }));
    await mkdir(path.join(dir, 'dist/pagefind'), { recursive: true });
    await writeFile(path.join(dir, 'dist/pagefind/pagefind-entry.json'), '{}');
    const env = { ...process.env, PATH: `${dir}:${process.env['PATH']}`, OUT_DIR: '' };
    execFileSync('sh', ['upload.sh', 'store:bucket', ...args], { cwd: dir, env });
    return (await readFile(log, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => line.split('\u001f').filter((word) => word !== ''));
  }

  it('puts first what is named after its content, then pages, at last what leads into them', async () => {
    const asked = await calls();
    expect(asked.map((words) => words.at(-1))).toEqual([
      ...['store:bucket/wenku/_astro', 'store:bucket/wenku/pagefind', 'store:bucket/wenku'],
      ...['store:bucket/wenku/pagefind', 'store:bucket/wenku/index.html'],
    ]);
    const cached = asked.map((words) => words.find((word) => word.startsWith('--header-upload')));
    const good = '--header-upload=Cache-Control: public, max-age=31536000, immutable';
    const ask = '--header-upload=Cache-Control: no-cache';
    expect(cached).toEqual([good, good, ask, ask, ask]);
    expect(asked[2]).toEqual(expect.arrayContaining(['- /_astro/**', '- /pagefind/**', '- /index.html']));
    expect(asked.flat()).not.toContain('sync');
  });

  it('takes old files away only when it is asked to', async () => {
    expect(await calls('--clean')).toEqual([
      ['sync', '--checksum', '--header-upload=Cache-Control: no-cache', 'dist', 'store:bucket/wenku'],
    ]);
  });

  it('says what is missing', () => {
    const run = spawnSync('sh', ['-s'], {
      input: storageRecipe({ base: '/' }),
      encoding: 'utf8',
      cwd: tmpdir(),
    });
    expect([run.status, run.stderr]).toEqual([2, expect.stringMatching(/发现.*改法/)]);
  });
});
