import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import * as z from 'zod';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const parse = (file: string): unknown => {
  const document = parseDocument(read(file), { uniqueKeys: true });
  expect(document.errors).toEqual([]);
  return document.toJS();
};
const yamlIn = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder))
    .filter((name) => name.endsWith('.yml'))
    .map((name) => `${folder}/${name}`);

const permissions = z.record(z.string(), z.enum(['read', 'write']));
const step = z.strictObject({
  id: z.string().optional(),
  name: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  run: z.string().optional(),
  env: z.record(z.string(), z.string()).optional(),
  'continue-on-error': z.boolean().optional(),
});
const job = z.strictObject({
  if: z.string().optional(),
  needs: z.string().optional(),
  'runs-on': z.literal('ubuntu-latest'),
  'timeout-minutes': z.number(),
  permissions: permissions.optional(),
  environment: z.object({ name: z.string(), url: z.string() }).optional(),
  env: z.record(z.string(), z.string()).optional(),
  steps: z.array(step).min(1),
});
const workflow = z.strictObject({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  permissions,
  concurrency: z.unknown().optional(),
  env: z.record(z.string(), z.string()).optional(),
  jobs: z.record(z.string(), job),
});

const WORKFLOWS = yamlIn('.github/workflows');
const workflows = WORKFLOWS.map((file) => ({ file, ...workflow.parse(parse(file)) }));
const jobs = workflows.flatMap(({ file, on, permissions: shared, jobs: own }) =>
  Object.entries(own).map(([name, each]) => ({
    ...{ file, name, on, job: each },
    permissions: each.permissions ?? shared,
  })),
);
const SCRIPTS = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json'))).scripts;

/** The npm scripts that a text runs; `npm test` is one too. */
const npmScripts = (text: string): string[] =>
  [...text.matchAll(/\bnpm run (?:--\S+ )*([a-z]+)/g)].map((match) => match[1] ?? '');

describe.each(WORKFLOWS)('%s', (file) => {
  const { on } = workflow.parse(parse(file));
  const own = jobs.filter((each) => each.file === file);

  it('never runs a pull request with the rights of the repository', () => {
    expect(Object.keys(on)).not.toContain('pull_request_target');
    for (const { job: each, permissions: given } of own) {
      const writes = Object.values(given).includes('write');
      // Where a pull request can start the workflow, a job that may write is for pushes only.
      if ('pull_request' in on && writes) expect(each.if).toMatch(/^github\.event_name == 'push' &&/);
    }
  });

  it('uses no secret, and puts nothing that others chose into a script', () => {
    const text = read(file);
    expect(text).not.toMatch(/\bsecrets\b/);
    for (const { job: each } of own) for (const { run } of each.steps) expect(run ?? '').not.toContain('${{');
    // What reaches a script through its environment is the token, a branch's name, an address of Pages.
    const environments = own.flatMap(({ job: each }) => [
      each.env ?? {},
      ...each.steps.map(({ env }) => env ?? {}),
    ]);
    for (const value of environments.flatMap((env) => Object.values(env)))
      expect(value).not.toMatch(/github\.event\.(?!repository\.default_branch)|github\.head_ref/);
  });

  it('pins every action by its full version, and ends in time', () => {
    for (const { job: each } of own) {
      expect(each['timeout-minutes']).toBeLessThanOrEqual(30);
      for (const { uses } of each.steps) if (uses) expect(uses).toMatch(/^actions\/[a-z-]+@v\d+\.\d+\.\d+$/);
    }
  });

  it('leaves no credentials in the working folder, unless it is to push', () => {
    for (const { job: each } of own) {
      const pushes = each.steps.some(({ run }) => run?.includes('git push'));
      for (const { uses, with: given } of each.steps)
        if (uses?.startsWith('actions/checkout@'))
          expect(given?.['persist-credentials']).toBe(pushes ? undefined : false);
    }
  });

  it('is thin: its scripts are those of package.json and a few lines around them, in good bash', () => {
    for (const { job: each } of own)
      for (const { run } of each.steps) {
        if (!run) continue;
        expect(run.trim().split('\n').length).toBeLessThanOrEqual(7);
        for (const script of npmScripts(run)) expect(SCRIPTS).toHaveProperty(script);
        execFileSync('bash', ['-n', '-c', run], { stdio: 'pipe' });
      }
  });
});

describe('what the workflows are for', () => {
  const scriptsOf = (name: string): string[] =>
    jobs
      .filter(({ file }) => file === `.github/workflows/${name}`)
      .flatMap(({ job: each }) => each.steps.flatMap(({ run }) => npmScripts(run ?? '')));

  it('a pull request is annotated, listed, built and its links looked at, whatever fails before', () => {
    expect(scriptsOf('ci.yml')).toEqual(['check', 'changes', 'build', 'links']);
    const { review } = workflow.parse(parse('.github/workflows/ci.yml')).jobs;
    const steps = review?.steps ?? [];
    const annotate = steps.findIndex(({ run }) => run?.includes('--format github'));
    for (const each of steps.slice(annotate + 1)) expect(each.if).toContain('!cancelled()');
    expect(steps.find(({ uses }) => uses?.includes('checkout'))?.with?.['fetch-depth']).toBe(0);
  });

  it('the comment takes the program of the default branch, and the artifact of the run', () => {
    const { jobs: own, on } = workflow.parse(parse('.github/workflows/comment.yml'));
    const steps = own['comment']?.steps ?? [];
    const checkout = steps.find(({ uses }) => uses?.includes('checkout'));
    expect(Object.keys(checkout?.with ?? {})).toEqual(['persist-credentials']);
    expect(on['workflow_run']).toMatchObject({ workflows: ['CI', 'Inbox'] });
    const names = workflows.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['CI', 'Inbox']));
  });

  it('only the jobs that need it may write', () => {
    const writers = jobs.flatMap(({ file, name, permissions: given }) =>
      Object.entries(given).flatMap(([scope, right]) =>
        right === 'write' ? `${path.basename(file)} ${name} ${scope}` : [],
      ),
    );
    expect(writers.sort()).toEqual([
      'comment.yml comment pull-requests',
      'deploy.yml deploy id-token',
      'deploy.yml deploy pages',
      'inbox.yml convert actions',
      'inbox.yml convert contents',
    ]);
  });
});

describe('GitLab and Gitee', () => {
  it.each(['.gitlab-ci.yml', ...yamlIn('.workflow')])('%s parses and runs scripts that there are', (file) => {
    parse(file);
    const scripts = npmScripts(read(file));
    expect(scripts.length).toBeGreaterThan(1);
    for (const script of scripts) expect(SCRIPTS).toHaveProperty(script);
  });

  it('GitLab: jobs have the keywords that it knows, and scripts in good bash', () => {
    const known = [
      'extends',
      'stage',
      'rules',
      'script',
      'artifacts',
      'publish',
      'interruptible',
      'cache',
      'before_script',
    ];
    const file = z.record(z.string(), z.unknown()).parse(parse('.gitlab-ci.yml'));
    const { stages } = z.object({ stages: z.array(z.string()) }).parse(file);
    for (const [name, value] of Object.entries(file)) {
      if (['image', 'variables', 'workflow', 'stages'].includes(name)) continue;
      const each = z.record(z.string(), z.unknown()).parse(value);
      expect(known).toEqual(expect.arrayContaining(Object.keys(each)));
      if (name.startsWith('.')) continue;
      const { stage, script } = z
        .object({ stage: z.string(), script: z.array(z.string()).min(1) })
        .parse(each);
      expect(stages).toContain(stage);
      execFileSync('bash', ['-n', '-c', script.join('\n')], { stdio: 'pipe' });
    }
  });
});

describe('templates', () => {
  it.each(yamlIn('.github/ISSUE_TEMPLATE').filter((file) => !file.endsWith('config.yml')))(
    '%s is a form',
    (file) => {
      const field = z.object({
        type: z.enum(['markdown', 'input', 'textarea']),
        id: z.string().optional(),
        attributes: z.object({ label: z.string().optional(), value: z.string().optional() }),
        validations: z.object({ required: z.boolean() }).optional(),
      });
      const form = z
        .object({ name: z.string(), description: z.string(), body: z.array(field) })
        .parse(parse(file));
      const ids = form.body.flatMap(({ id }) => id ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { type, id, attributes } of form.body)
        if (type === 'markdown') expect(attributes.value).toBeTruthy();
        else expect([id, attributes.label].every(Boolean)).toBe(true);
    },
  );

  it.each([
    '.github/PULL_REQUEST_TEMPLATE.md',
    '.gitee/PULL_REQUEST_TEMPLATE.zh-CN.md',
    '.gitlab/merge_request_templates/Default.md',
    '.gitee/ISSUE_TEMPLATE.zh-CN.md',
    '.github/CODEOWNERS.example',
    'content/inbox/README.md',
  ])('%s is there, in Chinese, and names commands that there are', (file) => {
    expect(existsSync(path.join(ROOT, file))).toBe(true);
    expect(read(file)).toMatch(/\p{Script=Han}/u);
    for (const script of npmScripts(read(file))) expect(SCRIPTS).toHaveProperty(script);
  });
});
