import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { publishEditor } from '../../../../scripts/editor/publish-editor.ts';
import type { EditorSettings } from '../../../../src/core/editor-settings.ts';
import { planText, writeContent } from '../../../support/temp-content.ts';
import { temporaryFolder } from '../run-script.ts';

const folder = temporaryFolder();
const settings: EditorSettings = {
  ...{ backend: 'forgejo', repo: 'office/wenku', branch: 'main' },
  ...{ host: 'https://git.example.org', appId: '0000' },
};
/** Stands for Decap, which tests must not fetch. */
const decap = async () => new Map([['decap-cms.js', Buffer.from('window.CMS = {};')]]);

describe('the editor of a built site', () => {
  it('is not there where the settings want none', async () => {
    const fetched = async () => Promise.reject(new Error('asked for Decap'));
    expect(await publishEditor(folder(), undefined, { contentDir: folder(), base: '/' }, fetched)).toEqual(
      [],
    );
    expect(await readdir(folder())).toEqual([]);
  });

  it('lies in one folder, and knows the content and the path of the site', async () => {
    const contentDir = path.join(folder(), 'content');
    await writeContent(contentDir, {
      'plans/2012.mdx': planText('topics: [听课]\n'),
      'topics.yml': '- name: 课程改革\n',
    });
    const site = path.join(folder(), 'site');
    const [notice] = await publishEditor(site, settings, { contentDir, base: '/wenku/' }, decap);
    expect(notice).toContain('/wenku/admin/');
    expect(await readdir(site)).toEqual(['admin']);
    const admin = path.join(site, 'admin');
    expect((await readdir(admin)).sort()).toEqual([
      ...['config.json', 'decap-cms.LICENSE.txt', 'decap-cms.js', 'editor.css', 'editor.js'],
      ...['index.html', 'logo.svg'],
    ]);
    const config = JSON.parse(await readFile(path.join(admin, 'config.json'), 'utf8'));
    expect(config.backend).toMatchObject({ name: 'forgejo', repo: 'office/wenku' });
    const fields: { name: string; options?: { value: string }[]; suggestions?: string[] }[] =
      config.collections[0].fields;
    expect(fields.find(({ name }) => name === 'topics')?.options?.map(({ value }) => value)).toEqual([
      '课程改革',
      '听课',
    ]);
    expect(fields.find(({ name }) => name === 'issuer')?.suggestions).toEqual(['云岭区教研室']);
    expect(await readFile(path.join(admin, 'index.html'), 'utf8')).toContain('href="/wenku/"');
    expect(await readFile(path.join(admin, 'decap-cms.LICENSE.txt'), 'utf8')).toContain('MIT License');
    // The script is for browsers: no part of Node, and no address of another host in it to ask.
    const script = await readFile(path.join(admin, 'editor.js'), 'utf8');
    expect(script).not.toMatch(/require\("node:|from"node:/);
  });
});
