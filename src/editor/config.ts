/** The configuration of Decap: what can be edited, in which forms, and where it is kept. */
import { COLLECTION_LABELS, COLLECTIONS, type Collection } from '../core/collections.ts';
import { CONTENT_FILES } from '../core/content-files.ts';
import type { EditorSettings } from '../core/editor-settings.ts';
import { FILE_NAME } from './entry-format.ts';
import type { FormField } from './form-fields.ts';
import { documentFields, type EditorChoices, REGISTERS, registerFields } from './forms.ts';
import { isRegister } from './judge-entry.ts';

/** Where documents are kept: on a host, or in a folder of this machine behind the local server. */
export type EditorBackend = EditorSettings | LocalBackend;

export interface LocalBackend {
  local: true;
  /** Keep drafts, to try out the editorial workflow; otherwise what is saved is in the folder at once. */
  workflow: boolean;
}

/** Where the local server answers; it serves the page too. */
export const LOCAL_API = '/api/v1';
/** The content folder as the local server calls it, wherever it lies. */
export const LOCAL_FOLDER = 'content';

/** The names of our formats in Decap. */
export const DOCUMENT_FORMAT = 'document';
export const REGISTER_FORMAT = 'register';

interface FormCollection {
  name: string;
  label: string;
  label_singular?: string;
  description?: string;
  fields?: FormField[];
  files?: { name: string; label: string; file: string; fields: FormField[] }[];
  [setting: string]: unknown;
}

/** Configuration for `CMS.init`. Settings in snake case are Decap's. */
export interface EditorConfig {
  load_config_file: false;
  backend: Record<string, unknown>;
  publish_mode: 'editorial_workflow' | 'simple';
  collections: FormCollection[];
  [setting: string]: unknown;
}

/** What Decap is told; plain data, for it is published as JSON. `logo` is the address of a picture. */
export function editorConfig(backend: EditorBackend, choices: EditorChoices, logo: string): EditorConfig {
  const isLocal = 'local' in backend;
  const folder = isLocal ? LOCAL_FOLDER : (backend.folder ?? LOCAL_FOLDER);
  return {
    load_config_file: false,
    backend: isLocal ? { name: 'proxy', proxy_url: LOCAL_API, branch: 'local' } : hostBackend(backend),
    publish_mode: isLocal && !backend.workflow ? 'simple' : 'editorial_workflow',
    locale: 'zh_Hans',
    logo: { src: logo, show_in_header: false },
    media_folder: `${folder}/${CONTENT_FILES}`,
    public_folder: `/${CONTENT_FILES}`,
    // Names of documents are made of their numbers in ASCII; attachments keep their Chinese names.
    slug: { encoding: 'unicode', clean_accents: false, sanitize_replacement: '-' },
    // The preview would show the text by another Markdown than the site's; a wrong picture is worse than none.
    editor: { preview: false },
    show_preview_links: false,
    collections: [
      ...COLLECTIONS.map((collection) => ({
        ...documentCollection(collection, folder, choices),
        description: isLocal && !backend.workflow ? LOCAL_WORDS : HOST_WORDS,
      })),
      registerCollection(folder),
    ],
  };
}

const HOST_WORDS = '改动存为草稿，审阅、合并以后才发布。来源没有写明的栏空着，不要推测。';
const LOCAL_WORDS = '本机试用：保存就写进文件。来源没有写明的栏空着，不要推测。';

/** Commit messages without the name of a person, in the words that reviewers read. */
const COMMIT_MESSAGES = {
  create: '新增{{collection}}：{{slug}}',
  update: '修改{{collection}}：{{slug}}',
  delete: '删除{{collection}}：{{slug}}',
  uploadMedia: '上传文件：{{path}}',
  deleteMedia: '删除文件：{{path}}',
};

function hostBackend(settings: EditorSettings): Record<string, unknown> {
  const { backend: name, repo, branch } = settings;
  const shared = { name, repo, branch, commit_messages: COMMIT_MESSAGES, squash_merges: true };
  const host = settings.host?.replace(/\/$/, '');
  if (name === 'github') {
    const proxy = new URL(settings.authProxy ?? '');
    const path = proxy.pathname.replace(/^\/|\/$/g, '');
    return {
      ...shared,
      base_url: proxy.origin,
      ...(path ? { auth_endpoint: path } : {}),
      ...(host ? { api_root: `${host}/api/v3` } : {}),
    };
  }
  const app = { ...shared, app_id: settings.appId };
  if (name === 'forgejo') return { ...app, api_root: `${host}/api/v1` };
  return {
    ...app,
    auth_type: 'pkce',
    ...(host ? { base_url: host, api_root: `${host}/api/v4` } : {}),
  };
}

function documentCollection(collection: Collection, folder: string, choices: EditorChoices): FormCollection {
  const label = COLLECTION_LABELS[collection];
  return {
    name: collection,
    label,
    label_singular: label,
    folder: `${folder}/${collection}`,
    create: true,
    // Taking a document down loses its address: that is for a pull request, where the check sees it.
    delete: false,
    extension: 'mdx',
    format: DOCUMENT_FORMAT,
    slug: `{{fields.${FILE_NAME}}}`,
    identifier_field: 'title',
    summary: '{{title}} {{docNumber}}',
    sortable_fields: [
      { field: 'title', label: '标题' },
      { field: 'issuedOn', label: '成文日期' },
      { field: 'publishedOn', label: '发布日期' },
    ],
    view_groups: [{ label: '按时期', field: 'period' }],
    fields: documentFields(collection, choices),
  };
}

function registerCollection(folder: string): FormCollection {
  return {
    name: 'registers',
    label: '对照表',
    description: '机关代字表和主题表，各文件共用。',
    format: REGISTER_FORMAT,
    delete: false,
    files: Object.keys(REGISTERS)
      .filter(isRegister)
      .map((name) => ({
        name,
        label: REGISTERS[name].label,
        file: `${folder}/${name}.yml`,
        fields: registerFields(name),
      })),
  };
}
