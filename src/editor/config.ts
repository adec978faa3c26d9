/** The configuration of Decap: what can be edited, in which forms, and where it is kept. */
import { COLLECTION_LABELS, COLLECTIONS, type Collection } from '../core/collections.ts';
import { CONTENT_FILES } from '../core/content-files.ts';
import type { EditorSettings } from '../core/editor-settings.ts';
import { RELATION_LABELS } from '../core/relations.ts';
import { DOCUMENT_SCHEMAS } from '../schema/documents.ts';
import { shapeOf } from '../schema/problems.ts';
import { agencySchema, topicSchema } from '../schema/registers.ts';
import { FILE_NAME } from './entry-format.ts';
import { inWrittenOrder } from './field-order.ts';
import { type FormField, formFields, type Presentation } from './form-fields.ts';
import type { RegisterName } from './judge-entry.ts';
import { ENTRIES } from './register-format.ts';

/** Names that the forms offer, as the content has them. */
export interface EditorChoices {
  topics: readonly string[];
  issuers: readonly string[];
}

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

/** The names of our formats and of our widget in Decap. */
export const DOCUMENT_FORMAT = 'document';
export const REGISTER_FORMAT = 'register';
export const SUGGEST_WIDGET = 'suggest';

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

/** The form of a collection: every field of its schema, then the text. */
export function documentFields(collection: Collection, choices: EditorChoices): FormField[] {
  const schema = DOCUMENT_SCHEMAS[collection];
  const fields = formFields(schema, presentation(collection, choices));
  const order = inWrittenOrder(fields.map(({ name }) => name));
  const placed = order.flatMap((name) => fields.filter((field) => field.name === name));
  return [...placed, BODY];
}

/**
 * A plain text field: Decap's own Markdown field would rewrite `\*` and <Supplied>, and its raw mode is no text field
 * of the browser, in which Chinese input methods are at home.
 */
const BODY: FormField = {
  name: 'body',
  label: '正文',
  widget: 'text',
  required: false,
  hint: '照原文。标题行以 ## 开头；段落之间空一行；原文的星号写作 \\\\*，段首的序号“1.”写作“1\\\\.”。只有著录、没有正文的，收录程度选“题录”，这里空着。图片先在“附件和图片”里上传，再单独成段写成 !\\[图上是什么\\](/files/文件名)。',
  rows: 24,
};

function presentation(collection: Collection, { topics, issuers }: EditorChoices): Presentation {
  const fields = Object.entries(shapeOf(DOCUMENT_SCHEMAS[collection]));
  return {
    title: { hint: '完整标题，照原文，不加书名号。原文标题未知的题录写文号加“（标题待考）”。' },
    issuer: {
      widget: SUGGEST_WIDGET,
      suggestions: issuers,
      hint: '全称或规范化简称；来源没有署名时写“未署名”，并加一条编者注，说明这一栏由何推断。',
    },
    topics: {
      widget: 'select',
      multiple: true,
      options: topics.map((name) => ({ label: name, value: name })),
      hint: '从主题表里选，可以多选，也可以空着。',
    },
    'status.name': { default: '未核实', hint: '除“未核实”外都要写依据。' },
    completeness: { default: '全文' },
    status: { hint: '没有核对过的选“未核实”。' },
    aliases: { label_singular: '旧称' },
    'aliases.value': { label: '文件编号或文号' },
    ...Object.fromEntries(
      Object.entries(RELATION_LABELS).flatMap(([kind, { forward }]) => [
        [`relations.${kind}`, { label_singular: `${forward}的文件`, hint: `本文件${forward}的文件。` }],
        [`relations.${kind}.value`, { label: '文号或文件编号' }],
      ]),
    ),
    relations: { hint: '只写一个方向，反方向由网站推出。每项写文号（规范写法）或文件编号。' },
    source: { hint: '文字从何而来。' },
    attachments: {
      label_singular: '附件',
      summary: '{{fields.title}}',
      hint: '原件、登记表等，文件放在内容文件夹的 files 里。',
    },
    // Decap knows a file by its address, which the schema's expression, written without its flags, would refuse.
    'attachments.file': { widget: 'file', pattern: undefined },
    notes: {
      label_singular: '编者注',
      summary: '{{fields.text}}',
      hint: '编者对文字、年份、来源等的说明；由推断得来的栏，选出那一栏并打开“推断”。',
    },
    'notes.text': { widget: 'text' },
    'notes.field': {
      widget: 'select',
      options: fields.map(([value, schema]) => ({
        label: `${String(schema.meta()?.['label'])}（${value}）`,
        value,
      })),
    },
  };
}

/** The registers and what their forms are made of. */
export const REGISTERS: Record<
  RegisterName,
  { label: string; entry: string; schema: typeof agencySchema | typeof topicSchema }
> = {
  agencies: { label: '机关代字表', entry: '机关代字', schema: agencySchema },
  topics: { label: '主题表', entry: '主题', schema: topicSchema },
};

function registerCollection(folder: string): FormCollection {
  return {
    name: 'registers',
    label: '对照表',
    description: '机关代字表和主题表，各文件共用。',
    format: REGISTER_FORMAT,
    delete: false,
    files: Object.entries(REGISTERS).map(([name, { label, entry, schema }]) => ({
      name,
      label,
      file: `${folder}/${name}.yml`,
      fields: [
        {
          ...{
            name: ENTRIES,
            label: entry,
            widget: 'list',
            required: false,
            collapsed: true,
            label_singular: entry,
          },
          summary: name === 'topics' ? '{{fields.name}}' : '{{fields.code}} {{fields.issuer}}',
          fields: formFields(schema),
        },
      ],
    })),
  };
}
