/** Decap's proxy protocol, as far as a folder without branches has a use for it: one action per request. */
import * as z from 'zod';
import { RefusedRequest } from './content-paths.ts';
import { listEntries, listMedia, readEntries, readMedia, removeMedia, storeFiles } from './local-store.ts';

const file = z.string().min(1).max(2000);
const asset = z.object({ path: file, content: z.base64(), encoding: z.literal('base64') });
const dataFile = z.object({ path: file, raw: z.string(), newPath: z.never().optional() });

const request = z.discriminatedUnion('action', [
  z.object({ action: z.literal('info') }),
  z.object({
    action: z.literal('entriesByFolder'),
    params: z.object({ folder: file, extension: z.literal('mdx') }),
  }),
  z.object({
    action: z.literal('entriesByFiles'),
    params: z.object({ files: z.array(z.object({ path: file, label: z.string().optional() })) }),
  }),
  z.object({ action: z.literal('getEntry'), params: z.object({ path: file }) }),
  z.object({
    action: z.literal('persistEntry'),
    params: z.object({ dataFiles: z.array(dataFile).min(1), assets: z.array(asset) }),
  }),
  z.object({ action: z.literal('getMedia'), params: z.object({ mediaFolder: file }) }),
  z.object({ action: z.literal('getMediaFile'), params: z.object({ path: file }) }),
  z.object({ action: z.literal('persistMedia'), params: z.object({ asset }) }),
  z.object({ action: z.literal('deleteFile'), params: z.object({ path: file }) }),
  z.object({ action: z.literal('deleteFiles'), params: z.object({ paths: z.array(file).min(1) }) }),
  z.object({ action: z.literal('getDeployPreview') }),
]);
type Request = z.infer<typeof request>;

/** What the caller of the API is told of. */
export interface LocalEvents {
  /** Files were written; paths below the content folder. */
  onSaved: (files: string[]) => void;
}

/**
 * Carries out a request, given as parsed JSON, and returns what to answer.
 * @throws RefusedRequest for a request that isn't one, or that reaches beyond the content.
 */
export async function answerLocal(dir: string, body: unknown, events: LocalEvents): Promise<unknown> {
  const parsed = request.safeParse(body);
  if (!parsed.success) {
    throw new RefusedRequest('发现编辑器的请求不合约定，应为它自己发出的读写请求。改法：刷新编辑器再试。');
  }
  return await perform(dir, parsed.data, events);
}

async function perform(dir: string, sent: Request, { onSaved }: LocalEvents): Promise<unknown> {
  switch (sent.action) {
    case 'info':
      return { repo: 'local', publish_modes: ['simple'], type: 'local_fs' };
    case 'entriesByFolder':
      return await listEntries(dir, sent.params.folder, sent.params.extension);
    case 'entriesByFiles':
      return await readEntries(dir, sent.params.files);
    case 'getEntry':
      return (await readEntries(dir, [sent.params]))[0];
    case 'persistEntry': {
      const { dataFiles, assets } = sent.params;
      const texts = dataFiles.map(({ path, raw }) => ({ path, content: raw }));
      onSaved(await storeFiles(dir, [...assets.map(decoded), ...texts]));
      return { message: 'entry persisted' };
    }
    case 'getMedia':
      return await listMedia(dir, sent.params.mediaFolder);
    case 'getMediaFile':
      return await readMedia(dir, sent.params.path);
    case 'persistMedia':
      onSaved(await storeFiles(dir, [decoded(sent.params.asset)]));
      return await readMedia(dir, sent.params.asset.path);
    case 'deleteFile':
      return await removeMedia(dir, [sent.params.path]).then(() => ({ message: 'deleted' }));
    case 'deleteFiles':
      return await removeMedia(dir, sent.params.paths).then(() => ({ message: 'deleted' }));
    case 'getDeployPreview':
      return null;
  }
}

function decoded({ path, content }: z.infer<typeof asset>) {
  return { path, content: Buffer.from(content, 'base64') };
}
