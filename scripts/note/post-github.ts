import * as z from 'zod';
import { type Api, ask, askAll } from './api.ts';
import type { Marker } from './comment-text.ts';

/** What is needed of the event of a finished run. All of it but the numbers was chosen by whoever made the branch. */
const event = z.object({
  workflow_run: z.object({
    event: z.string(),
    head_sha: z.string().regex(/^[0-9a-f]{40}$/),
    head_branch: z.string(),
    head_repository: z.object({ full_name: z.string(), owner: z.object({ login: z.string() }) }),
  }),
});
export type RunEvent = z.infer<typeof event>['workflow_run'];

/** Reads the event of a finished run; undefined when it is another event. */
export function readRunEvent(text: string): RunEvent | undefined {
  const read = event.safeParse(JSON.parse(text));
  return read.success ? read.data.workflow_run : undefined;
}

const pulls = z.array(
  z.object({
    number: z.int().positive(),
    head: z.object({ sha: z.string(), repo: z.object({ full_name: z.string() }).nullable() }),
  }),
);
const comments = z.array(
  z.object({
    id: z.int(),
    body: z.string().nullable(),
    user: z.object({ type: z.string() }).nullable(),
  }),
);

/**
 * Number of the open pull request that a run was for: the platform tells it, by the run's own branch and repository,
 * never the run's artifacts. Undefined when there is none, or when it has moved on since: then a newer run tells. Only a
 * push of ours to the same branch, which follows the conversion of an inbox, doesn't count.
 */
export async function findPullRequest(
  api: Api,
  repository: string,
  run: RunEvent,
): Promise<number | undefined> {
  const head = encodeURIComponent(`${run.head_repository.owner.login}:${run.head_branch}`);
  const found = pulls.parse(await askAll(api, `/repos/${repository}/pulls?state=open&head=${head}`));
  const isCurrent = (sha: string): boolean => sha === run.head_sha || run.event === 'push';
  return found.find(
    ({ head: { sha, repo } }) => isCurrent(sha) && repo?.full_name === run.head_repository.full_name,
  )?.number;
}

/** Writes a comment, or puts it in the place of our earlier one. */
export async function postToGithub(
  api: Api,
  repository: string,
  number: number,
  { marker, text }: { marker: Marker; text: string },
): Promise<'new' | 'updated'> {
  const all = comments.parse(await askAll(api, `/repos/${repository}/issues/${number}/comments`));
  // Anybody may write the marker into a comment of their own.
  const own = all.find(({ body, user }) => user?.type === 'Bot' && body?.startsWith(marker));
  if (own) await ask(api, 'PATCH', `/repos/${repository}/issues/comments/${own.id}`, { body: text });
  else await ask(api, 'POST', `/repos/${repository}/issues/${number}/comments`, { body: text });
  return own ? 'updated' : 'new';
}
