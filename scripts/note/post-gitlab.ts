import * as z from 'zod';
import { type Api, ask, askAll } from './api.ts';
import type { Marker } from './comment-text.ts';

const notes = z.array(
  z.object({ id: z.int(), body: z.string(), author: z.object({ id: z.int() }), system: z.boolean() }),
);
const user = z.object({ id: z.int() });

/** Writes a note to a merge request, or puts it in the place of our earlier one. `project` is its number. */
export async function postToGitlab(
  api: Api,
  project: string,
  number: string,
  { marker, text }: { marker: Marker; text: string },
): Promise<'new' | 'updated'> {
  const path = `/projects/${encodeURIComponent(project)}/merge_requests/${encodeURIComponent(number)}/notes`;
  const { id: self } = user.parse(await ask(api, 'GET', '/user'));
  const all = notes.parse(await askAll(api, path));
  const own = all.find(
    ({ body, author, system }) => !system && author.id === self && body.startsWith(marker),
  );
  if (own) await ask(api, 'PUT', `${path}/${own.id}`, { body: text });
  else await ask(api, 'POST', path, { body: text });
  return own ? 'updated' : 'new';
}
