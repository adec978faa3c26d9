/** The forms of documents and registers: the fields of the schemas, and what a form shows beside them. */
import type { Collection } from '../core/collections.ts';
import { RELATION_LABELS } from '../core/relations.ts';
import { DOCUMENT_SCHEMAS } from '../schema/documents.ts';
import { shapeOf } from '../schema/problems.ts';
import { agencySchema, topicSchema } from '../schema/registers.ts';
import { inWrittenOrder } from './field-order.ts';
import { type FormField, formFields, type Presentation } from './form-fields.ts';
import type { RegisterName } from './judge-entry.ts';
import { ENTRIES } from './register-format.ts';

/** Names that the forms offer, as the content has them. */
export interface EditorChoices {
  topics: readonly string[];
  issuers: readonly string[];
}

/** The name of our widget in Decap: a text field with suggestions. */
export const SUGGEST_WIDGET = 'suggest';

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

/** The form of a register: one list, for a form has named fields only. */
export function registerFields(name: RegisterName): FormField[] {
  const { entry, schema } = REGISTERS[name];
  const list = { widget: 'list', required: false, collapsed: true, label_singular: entry };
  const summary = name === 'topics' ? '{{fields.name}}' : '{{fields.code}} {{fields.issuer}}';
  return [{ name: ENTRIES, label: entry, ...list, summary, fields: formFields(schema) }];
}
