/** Decap's proxy protocol, as far as a folder has a use for it: one action per request. */
import * as z from 'zod';
import { RefusedRequest } from './content-paths.ts';
import { DRAFT_STATUSES, type DraftBox } from './draft-box.ts';
import {
  type FileToStore,
  listEntries,
  listMedia,
  readEntries,
  readMedia,
  removeMedia,
  storeFiles,
} from './local-store.ts';

const file = z.string().min(1).max(2000);
const name = z.string().min(1).max(300);
const asset = z.object({ path: file, content: z.base64(), encoding: z.literal('base64') });
const dataFile = z.object({ path: file, raw: z.string(), slug: name, newPath: z.never().optional() });
const options = z.object({
  collectionName: name,
  useWorkflow: z.boolean(),
  status: z.enum(DRAFT_STATUSES),
});
const draft = z.object({ collection: name, slug: name });
const draftFile = draft.extend({ path: file });

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
    params: z.object({ dataFiles: z.array(dataFile).length(1), assets: z.array(asset), options }),
  }),
  z.object({ action: z.literal('getMedia'), params: z.object({ mediaFolder: file }) }),
  z.object({ action: z.literal('getMediaFile'), params: z.object({ path: file }) }),
  z.object({ action: z.literal('persistMedia'), params: z.object({ asset }) }),
  z.object({ action: z.literal('deleteFile'), params: z.object({ path: file }) }),
  z.object({ action: z.literal('deleteFiles'), params: z.object({ paths: z.array(file).min(1) }) }),
  z.object({ action: z.literal('getDeployPreview') }),
  z.object({ action: z.literal('unpublishedEntries') }),
  z.object({
    action: z.literal('unpublishedEntry'),
    params: z.union([z.object({ id: name }), draft]),
  }),
  z.object({ action: z.literal('unpublishedEntryDataFile'), params: draftFile }),
  z.object({ action: z.literal('unpublishedEntryMediaFile'), params: draftFile }),
  z.object({
    action: z.literal('updateUnpublishedEntryStatus'),
    params: draft.extend({ newStatus: z.enum(DRAFT_STATUSES) }),
  }),
  z.object({ action: z.literal('publishUnpublishedEntry'), params: draft }),
  z.object({ action: z.literal('deleteUnpublishedEntry'), params: draft }),
]);
type Request = z.infer<typeof request>;

/** What a request works on. */
export interface LocalContent {
  /** The content folder. */
  dir: string;
  drafts: DraftBox;
  /** Told of files that were written into the folder, by their paths below it. */
  onSaved: (files: string[]) => void;
}

/**
 * Carries out a request, given as parsed JSON, and returns what to answer.
 * @throws RefusedRequest for a request that isn't one, or that reaches beyond the content; MissingDraft.
 */
export async function answerLocal(content: LocalContent, body: unknown): Promise<unknown> {
  const parsed = request.safeParse(body);
  if (!parsed.success) {
    throw new RefusedRequest('发现编辑器的请求不合约定，应为它自己发出的读写请求。改法：刷新编辑器再试。');
  }
  return await perform(content, parsed.data);
}

async function perform(content: LocalContent, sent: Request): Promise<unknown> {
  const { dir, drafts, onSaved } = content;
  switch (sent.action) {
    case 'info':
      return { repo: 'local', publish_modes: ['simple', 'editorial_workflow'], type: 'local_fs' };
    case 'entriesByFolder':
      return await listEntries(dir, sent.params.folder, sent.params.extension);
    case 'entriesByFiles':
      return await readEntries(dir, sent.params.files);
    case 'getEntry':
      return (await readEntries(dir, [sent.params]))[0];
    case 'persistEntry':
      return await persist(content, sent.params);
    case 'getMedia':
      return await listMedia(dir, sent.params.mediaFolder);
    case 'getMediaFile':
      return await readMedia(dir, sent.params.path);
    case 'persistMedia':
      onSaved(await storeFiles(dir, [decoded(sent.params.asset)]));
      return await readMedia(dir, sent.params.asset.path);
    case 'deleteFile':
      await removeMedia(dir, [sent.params.path]);
      return DONE;
    case 'deleteFiles':
      await removeMedia(dir, sent.params.paths);
      return DONE;
    case 'getDeployPreview':
      return null;
    case 'unpublishedEntries':
      return drafts.ids();
    case 'unpublishedEntry':
      return drafts.describe(
        'id' in sent.params ? sent.params.id : `${sent.params.collection}/${sent.params.slug}`,
      );
    case 'unpublishedEntryDataFile':
      return { data: drafts.text(sent.params, sent.params.path) };
    case 'unpublishedEntryMediaFile':
      return await drafts.media(sent.params, sent.params.path);
    case 'updateUnpublishedEntryStatus':
      drafts.setStatus(sent.params, sent.params.newStatus);
      return DONE;
    case 'publishUnpublishedEntry':
      onSaved(await drafts.publish(sent.params));
      return DONE;
    case 'deleteUnpublishedEntry':
      drafts.remove(sent.params);
      return DONE;
  }
}

/** Decap waits for an answer, and makes nothing of it. */
const DONE = { message: 'done' };

type Persisted = Extract<Request, { action: 'persistEntry' }>['params'];

async function persist({ dir, drafts, onSaved }: LocalContent, sent: Persisted): Promise<object> {
  const { dataFiles, assets, options } = sent;
  const files = [...assets.map(decoded), ...dataFiles.map(({ path, raw }) => ({ path, content: raw }))];
  const [{ slug } = { slug: '' }] = dataFiles;
  if (options.useWorkflow) {
    await drafts.save({ collection: options.collectionName, slug }, options.status, files);
    return DONE;
  }
  onSaved(await storeFiles(dir, files));
  return DONE;
}

function decoded({ path, content }: z.infer<typeof asset>): FileToStore {
  return { path, content: Buffer.from(content, 'base64') };
}
