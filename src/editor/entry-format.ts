/**
 * A content file as a form shows it, and back. Decap's own format would write the file anew: the order and quotes of the
 * frontmatter, the escapes of the body, empty fields. This one leaves every line alone whose field wasn't changed.
 */
import { CONTENT_FILES } from '../core/content-files.ts';
import { planSchema } from '../schema/documents.ts';
import { shapeOf } from '../schema/problems.ts';
import { parseSource } from '../schema/source.ts';
import { inSchemaOrder, inWrittenOrder } from './field-order.ts';
import { cleaned, fieldsOf, sameValue } from './values.ts';
import { cutYaml, trailingComments, writeYaml } from './yaml-pieces.ts';

/** Values of a form, by field; `body` is the text. */
export type FormValues = Record<string, unknown>;

/** The field, shown nowhere, in which a form keeps the file that it was made of. */
export const ORIGINAL = '//original';
/** The field, shown nowhere, that says why a file can't be edited in a form. */
export const UNREADABLE = '//unreadable';
/** The field, shown nowhere, that names the file of a new document. */
export const FILE_NAME = '//file';
const HIDDEN: readonly string[] = [ORIGINAL, UNREADABLE, FILE_NAME, 'body'];

/** What a form can't change without losing what it can't show. */
export class UnreadableEntry extends Error {
  override readonly name = 'UnreadableEntry';
}

/** The form of a document's file. Never throws: a file that can't be read gives a form that can't be saved. */
export function readEntry(text: string): FormValues {
  const { frontmatter, body, syntaxProblems } = sourceOf(text);
  const [problem] = syntaxProblems;
  if (problem) {
    const reason = `第 ${problem.line} 行：${problem.message}。改法：${problem.fix}`;
    return { title: '（著录信息读不出来，不能在这里编辑）', [ORIGINAL]: text, [UNREADABLE]: reason };
  }
  const shownBody = shown(body);
  return {
    // What a document leaves out is shown as what that means; written it is only where something else is chosen.
    ...showFields({ status: '未核实', ...fieldsOf(frontmatter) }),
    ...(shownBody === '' ? {} : { body: shownBody }),
    [ORIGINAL]: text,
  };
}

/** Which collection a file lies in matters to none of its parts. */
function sourceOf(text: string) {
  return parseSource('plans', '', text);
}

/** A body without the empty lines around it, in the line ends of text fields. */
function shown(body: string): string {
  return body
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
}

/** 未核实 alone is shown as the first choice of a set; files are shown by the addresses that Decap knows them by. */
function showFields(fields: FormValues): FormValues {
  const { status, attachments } = fields;
  return {
    ...fields,
    ...(typeof status === 'string' ? { status: { name: status } } : {}),
    ...(Array.isArray(attachments) ? { attachments: attachments.map(showAttachment) } : {}),
  };
}

function showAttachment(attachment: unknown): unknown {
  const { file, ...rest } = fieldsOf(attachment);
  if (typeof file !== 'string' || !file.startsWith(`${CONTENT_FILES}/`)) return attachment;
  return { ...rest, file: `/${file}` };
}

/** The frontmatter that a form's values mean, without what is empty. */
export function frontmatterOf(values: FormValues): FormValues {
  const fields = fieldsOf(inSchemaOrder(planSchema, fieldsOf(cleaned(without(values)))));
  const { status, attachments } = fields;
  const { name, ...evidence } = fieldsOf(status);
  const isAlone = name === '未核实' && Object.keys(evidence).length === 0;
  return {
    ...fields,
    ...(isAlone ? { status: name } : {}),
    ...(Array.isArray(attachments) ? { attachments: attachments.map(storeAttachment) } : {}),
  };
}

function without(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !HIDDEN.includes(name)));
}

function storeAttachment(attachment: unknown): unknown {
  const { file, ...rest } = fieldsOf(attachment);
  return typeof file === 'string' ? { ...rest, file: file.replace(/^\/+/, '') } : attachment;
}

/**
 * The file of a form: the one it was made of, with other lines only for the fields that say something else now.
 * @throws UnreadableEntry for a file that its form doesn't show.
 */
export function writeEntry(values: FormValues): string {
  const reason = values[UNREADABLE];
  if (typeof reason === 'string') {
    throw new UnreadableEntry(
      `发现这份文件的著录信息读不出来（${reason}），应先在文件里改正，再到这里编辑。`,
    );
  }
  const original = typeof values[ORIGINAL] === 'string' ? values[ORIGINAL] : '';
  const before = original === '' ? {} : readEntry(original);
  const eol = original.includes('\r\n') ? '\r\n' : '\n';
  const [opening, yaml, rest] = splitFile(original);
  const frontmatter = editFields(yaml, frontmatterOf(before), frontmatterOf(values));
  const body = typeof values['body'] === 'string' ? shown(values['body']) : '';
  const kept = original !== '' && body === (before['body'] ?? '');
  const closing = kept ? rest : toEol(`---\n${body === '' ? '' : `\n${body}\n`}`, eol);
  return opening + toEol(frontmatter, eol) + closing;
}

function toEol(text: string, eol: string): string {
  return text.replace(/\r?\n/g, eol);
}

/** A file's opening fence (with a byte order mark, if any), its YAML, and the rest from the closing fence on. */
function splitFile(text: string): [string, string, string] {
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(text)?.[0];
  if (opening === undefined) return ['---\n', '', '---\n'];
  const rest = text.slice(opening.length);
  const close = /^---[ \t]*(?:\r?\n|$)/m.exec(rest)?.index ?? rest.length;
  return [opening, rest.slice(0, close), rest.slice(close)];
}

/** The collections differ in the values that their fields may have, not in the fields. */
const ORDER = inWrittenOrder(Object.keys(shapeOf(planSchema)));

/** YAML with the lines of changed fields replaced, new ones where the schema has them, and emptied ones left out. */
function editFields(yaml: string, before: FormValues, after: FormValues): string {
  const cut = cutYaml(yaml);
  if (!cut) return sameValue(before, after) ? yaml : writeYaml(after);
  const pieces = cut.pieces.map(({ key, text }) => {
    if (sameValue(before[key], after[key])) return { key, text };
    const written = after[key] === undefined ? '' : writeYaml({ [key]: after[key] });
    return { key, text: written + trailingComments(text) };
  });
  for (const [key, value] of Object.entries(after)) {
    if (pieces.some((piece) => piece.key === key) || sameValue(before[key], value)) continue;
    const earlier = ORDER.slice(0, ORDER.indexOf(key));
    const at = pieces.findLastIndex((piece) => earlier.includes(piece.key)) + 1;
    pieces.splice(at, 0, { key, text: writeYaml({ [key]: value }) });
  }
  return cut.head + pieces.map(({ text }) => text).join('');
}
