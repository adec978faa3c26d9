import { describe, expect, it } from 'vitest';
import { type EditorSettings, editorProblems } from '../../../src/core/editor-settings.ts';
import { siteConfig } from '../../../src/site.config.ts';

const gitlab: EditorSettings = { backend: 'gitlab', repo: 'office/wenku', branch: 'main', appId: '0000' };
const forgejo: EditorSettings = { ...gitlab, backend: 'forgejo', host: 'https://git.example.org' };
const github: EditorSettings = {
  ...{ backend: 'github', repo: 'office/wenku', branch: 'main' },
  authProxy: 'https://auth.example.org/sign-in',
};

describe('the settings of the editor', () => {
  it('are off in the project as it comes', () => {
    expect(siteConfig.editor).toBeUndefined();
    expect(editorProblems(undefined)).toEqual([]);
  });

  it.each([
    ['GitLab', gitlab],
    ['a GitLab of its own', { ...gitlab, host: 'https://git.example.org', repo: 'county/office/wenku' }],
    ['Forgejo', forgejo],
    ['GitHub', github],
    ['a folder and a branch with a slash', { ...gitlab, folder: 'site/content', branch: 'release/2012' }],
  ] as const)('are fine for %s', (_, settings) => {
    expect(editorProblems(settings)).toEqual([]);
  });

  it.each([
    ['backend', { ...gitlab, backend: 'gitee' }],
    ['backend', { ...gitlab, backend: 'gitea' }],
    ['repo', { ...gitlab, repo: 'wenku' }],
    ['repo', { ...gitlab, repo: 'https://gitlab.com/office/wenku' }],
    ['branch', { ...gitlab, branch: '' }],
    ['branch', { ...gitlab, branch: '../main' }],
    ['folder', { ...gitlab, folder: '/content/' }],
    ['folder', { ...gitlab, folder: '../content' }],
    ['appId', { ...gitlab, appId: '' }],
    ['authProxy', { ...gitlab, authProxy: 'https://auth.example.org' }],
    ['host', { ...gitlab, host: 'http://git.example.org' }],
    ['host', { ...gitlab, host: 'https://git.example.org/group' }],
    ['host', { ...forgejo, host: undefined }],
    ['authProxy', { ...github, authProxy: undefined }],
    ['authProxy', { ...github, authProxy: 'javascript:alert(1)' }],
    ['authProxy', { ...github, authProxy: 'https://user:word@auth.example.org' }],
    ['appId', { ...github, appId: '0000' }],
  ])('%s: %j is refused, naming the file, the setting and the mend', (key, settings) => {
    const problems = editorProblems(settings as EditorSettings);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('src/site.config.ts');
    expect(problems[0]).toContain(`editor.${key}（`);
    expect(problems[0]).toMatch(/^发现.*应为.*改法：.*。$/);
  });

  it('are all told of at once', () => {
    const wrong = { backend: 'gitlab', repo: '', branch: ' ', host: 'x' } as EditorSettings;
    expect(editorProblems(wrong)).toHaveLength(4);
  });

  it('may hold no token, which would be published', () => {
    expect(editorProblems({ ...gitlab, appId: 'glpat-00000000' })).toEqual([
      expect.stringMatching(/^发现.*访问令牌.*作废/),
    ]);
  });
});
