/** Judges a form before it is saved: by the schemas of the check, so that both say the same in the same words. */
import type { Collection } from '../core/collections.ts';
import { parseDocNumber } from '../core/docnumber.ts';
import { documentSlug } from '../core/document-id.ts';
import { titleSlug } from '../core/title-slug.ts';
import { DOCUMENT_SCHEMAS } from '../schema/documents.ts';
import { type FieldProblem, judge } from '../schema/problems.ts';
import { agenciesSchema, topicsSchema } from '../schema/registers.ts';
import { type FormValues, frontmatterOf } from './entry-format.ts';
import { entriesOf } from './register-format.ts';

/** The registers that have a form. */
export const REGISTER_SCHEMAS = { agencies: agenciesSchema, topics: topicsSchema } as const;
export type RegisterName = keyof typeof REGISTER_SCHEMAS;

/** Narrows the name of a form to a register's. */
export function isRegister(name: string): name is RegisterName {
  return Object.hasOwn(REGISTER_SCHEMAS, name);
}

/** Everything wrong with a document's form, each as 发现…，应为…。改法：…. */
export function documentProblems(collection: Collection, values: FormValues): string[] {
  const judged = judge(DOCUMENT_SCHEMAS[collection], frontmatterOf(values));
  return judged.ok ? [] : judged.problems.map(worded);
}

/** Everything wrong with a register's form. */
export function registerProblems(name: RegisterName, values: FormValues): string[] {
  const judged = judge(REGISTER_SCHEMAS[name], entriesOf(values));
  return judged.ok ? [] : judged.problems.map(worded);
}

function worded({ found, expected, fix }: FieldProblem): string {
  return `发现${found}，应为${expected}。改法：${fix}。`;
}

/** The file name, without extension, that the import gives a document: after its number, or else after its title. */
export function fileNameOf(collection: Collection, values: FormValues): string {
  const { docNumber, title } = frontmatterOf(values);
  if (typeof docNumber === 'string' && parseDocNumber(docNumber)) return documentSlug('', docNumber);
  return titleSlug(typeof title === 'string' ? title : '') || collection;
}
