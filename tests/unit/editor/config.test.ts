import { describe, expect, it } from 'vitest';
import type { EditorSettings } from '../../../src/core/editor-settings.ts';
import { editorConfig } from '../../../src/editor/config.ts';
import { editorPage } from '../../../src/editor/page.ts';
import { editorPolicy } from '../../../src/editor/policy.ts';

const CHOICES = { topics: [], issuers: [] };
const gitlab: EditorSettings = { backend: 'gitlab', repo: 'office/wenku', branch: 'main', appId: '0000' };
const forgejo: EditorSettings = { ...gitlab, backend: 'forgejo', host: 'https://git.example.org/' };
const github: EditorSettings = {
  ...{ backend: 'github', repo: 'office/wenku', branch: 'main' },
  authProxy: 'https://auth.example.org/sign-in/',
};

describe('the configuration of Decap', () => {
  it('has the editorial workflow on a host, Chinese, and asks for no other file', () => {
    expect(editorConfig(gitlab, CHOICES, 'logo.svg')).toMatchObject({
      publish_mode: 'editorial_workflow',
      locale: 'zh_Hans',
      load_config_file: false,
      media_folder: 'content/files',
      public_folder: '/files',
    });
  });

  it('saves at once in a folder of this machine, which has no branches', () => {
    expect(editorConfig({ local: true, workflow: false }, CHOICES, 'logo.svg')).toMatchObject({
      publish_mode: 'simple',
      backend: { name: 'proxy', proxy_url: '/api/v1' },
    });
  });

  it('keeps drafts there when it is asked to', () => {
    expect(editorConfig({ local: true, workflow: true }, CHOICES, 'logo.svg')).toMatchObject({
      publish_mode: 'editorial_workflow',
      backend: { name: 'proxy' },
    });
  });

  it('has a collection for each of the library, and one for the registers, none of which can be deleted', () => {
    const { collections } = editorConfig({ ...gitlab, folder: 'site/content' }, CHOICES, 'logo.svg');
    expect(collections.map(({ name }) => name)).toEqual(['plans', 'summaries', 'policies', 'registers']);
    for (const collection of collections) expect(collection['delete']).toBe(false);
    expect(collections[0]).toMatchObject({ folder: 'site/content/plans', extension: 'mdx', create: true });
    expect(collections[3]?.files?.map(({ file }) => file)).toEqual([
      'site/content/agencies.yml',
      'site/content/topics.yml',
    ]);
  });

  it('tells each kind of host what it needs, and nothing that could be a secret', () => {
    const backendOf = (settings: EditorSettings) => editorConfig(settings, CHOICES, 'logo.svg').backend;
    expect(backendOf(gitlab)).toMatchObject({ name: 'gitlab', auth_type: 'pkce', app_id: '0000' });
    expect(backendOf({ ...gitlab, host: 'https://git.example.org' })).toMatchObject({
      base_url: 'https://git.example.org',
      api_root: 'https://git.example.org/api/v4',
    });
    expect(backendOf(forgejo)).toMatchObject({ app_id: '0000', api_root: 'https://git.example.org/api/v1' });
    expect(backendOf(github)).toMatchObject({
      base_url: 'https://auth.example.org',
      auth_endpoint: 'sign-in',
    });
    for (const settings of [gitlab, forgejo, github])
      expect(JSON.stringify(backendOf(settings))).not.toMatch(/secret|token|password/i);
  });

  it('is plain data', () => {
    const config = editorConfig(forgejo, { topics: ['课程改革'], issuers: ['云岭区教研室'] }, 'logo.svg');
    expect(JSON.parse(JSON.stringify(config))).toEqual(config);
  });
});

describe('the policy of the page', () => {
  it('lets it reach its own host, and the repository’s alone', () => {
    expect(editorPolicy({ local: true, workflow: false })).not.toMatch(/https?:/);
    expect(editorPolicy(forgejo)).toContain("connect-src 'self' blob: data: https://git.example.org;");
    expect(editorPolicy(gitlab).match(/https:[^ ;]+/g)).toEqual(['https://gitlab.com', 'https://gitlab.com']);
    expect(new Set(editorPolicy(github).match(/https:[^ ;]+/g))).toEqual(new Set(['https://api.github.com']));
  });

  it('allows no script in the page itself', () => {
    expect(editorPolicy(github)).not.toMatch(/script-src[^;]*unsafe-inline/);
  });
});

describe('the page', () => {
  const html = editorPage({ name: '教研<文库>', policy: editorPolicy(gitlab), home: '/wenku/' });

  it('says in Chinese what is going on, without scripts and in an old browser too', () => {
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).toMatch(/<noscript><p>.*允许.*脚本/);
    expect(html).toContain('Chrome 109');
  });

  it('holds no inline script or style, is for no search engine, and leads back', () => {
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=/);
    expect(html).toContain('<meta name="robots" content="noindex, nofollow">');
    expect(html).toContain('<a href="/wenku/">');
  });

  it('asks only for files beside it, wherever it lies', () => {
    const asked = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
    expect(asked.filter((address) => address !== '/wenku/')).toEqual(['logo.svg', 'editor.css', 'editor.js']);
  });

  it('shows names as they are', () => {
    expect(html).toContain('教研&lt;文库&gt;');
    expect(html).not.toContain('<文库>');
  });
});
