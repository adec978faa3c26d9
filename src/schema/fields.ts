import * as z from 'zod';
import { formatDocNumber, parseDocNumber } from '../core/docnumber.ts';
import { parsePeriod } from '../core/period.ts';
import { RELATION_LABELS, type RelationKind } from '../core/relations.ts';
import { COMPLETENESS, STATUSES } from '../core/status.ts';

/** What the field reference page says of a field; attached to each schema with `.meta()`. */
export interface FieldDoc {
  /** The field's Chinese name, as readers see it in the 公文要素表. */
  label: string;
  /** What to put there, in one or two sentences. */
  help: string;
  /** One value as it is typed in the file. */
  example: string;
  /** What the check says the value should have been, after 应为. */
  expected: string;
}

/** Attaches a field's documentation, typed, so that no field can lack a part of it. */
export function documented<T extends z.ZodType>(schema: T, doc: FieldDoc): T {
  return schema.meta({ ...doc }) as T;
}

/** Names a part of a field in Chinese, for messages; the field around it carries the documentation. */
function labelled<T extends z.ZodType>(schema: T, label: string): T {
  return schema.meta({ label }) as T;
}

/** What no reader sees: controls, halves of characters, non-characters, and marks that turn the direction of text. */
const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028-\u202e\u2066-\u2069]/u;

/** Something in a line that a reader sees. */
const SEEN = /[\p{L}\p{N}\p{P}\p{S}\p{Co}]/u;

/** A non-empty line of text without surrounding space, nor anything that feeds and Word files can't hold. */
export const line = z
  .string()
  .trim()
  .min(1)
  .superRefine((value, context) => {
    if (!SEEN.test(value))
      context.addIssue({
        ...{ code: 'custom', message: 'unseen' },
        params: { expected: '看得见的文字', fix: '照原文写上文字，里面只有看不见的字符' },
      });
    const [unseen] = UNSEEN.exec(value) ?? [];
    if (unseen === undefined) return;
    const code = (unseen.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    context.addIssue({
      ...{ code: 'custom', message: 'unseen' },
      params: {
        expected: `不含看不见的控制字符的文字（里面有 U+${code}，多半是复制时带进来的）`,
        fix: '删去这一处文字，照原文重新打一遍，不要粘贴',
      },
    });
  });

/** A calendar day, `YYYY-MM-DD`, that exists. */
export const isoDate = z.iso.date();

/** A document number in canonical form, e.g. 峄教发〔2009〕67号. Other spellings are refused with the canonical one as the mend. */
export const docNumber = z.string().superRefine((value, context) => {
  const parsed = parseDocNumber(value);
  const canonical = parsed && formatDocNumber(parsed);
  if (canonical === value) return;
  context.addIssue({ code: 'custom', params: { suggestion: canonical }, message: 'docNumber' });
});

/** A period in canonical or any usual spelling; a bare year may be typed as a number. */
export const period = z
  .union([z.string(), z.number().int().transform(String)])
  .refine((value) => parsePeriod(value) !== undefined, 'period');

const statusName = z.enum(STATUSES);

/** A status with its evidence. Only 未核实 may stand alone: every other status rests on something. */
export const status = z.union([
  z.literal('未核实').transform((name) => ({ name })),
  z.strictObject({
    name: labelled(statusName.exclude(['未核实']), '状态'),
    /** The day from which the status holds. */
    date: labelled(isoDate.optional(), '起始日期'),
    /** What it rests on: a document number, a document id or a sentence. */
    basis: labelled(line, '依据'),
    /** The office or section that checked, never a private person. */
    checkedBy: labelled(line.optional(), '核对科室'),
  }),
]);

export const completeness = z.enum(COMPLETENESS);

/** What names a document: its number in canonical form, or its id such as plans/2012-work-plan. */
export const documentName = z.union([
  docNumber,
  z.string().regex(/^(plans|summaries|policies)\/[A-Za-z0-9][A-Za-z0-9._-]{0,239}$/),
]);

function targets(relation: RelationKind) {
  return labelled(z.array(documentName).optional(), RELATION_LABELS[relation].forward);
}

/** Relations are written in one direction only; the inverse is derived. */
export const relations = z.strictObject({
  repeals: targets('repeals'),
  amends: targets('amends'),
  implements: targets('implements'),
  forwards: targets('forwards'),
  reportsOn: targets('reportsOn'),
  attaches: targets('attaches'),
});

/** Where the text came from. */
export const source = z.strictObject({
  file: labelled(line.optional(), '原文件名'),
  sha256: labelled(
    z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
    '校验值',
  ),
  url: labelled(z.url({ protocol: /^https?$/ }).optional(), '网址'),
  /** The line of the web page or file that gave its publication data, letter by letter. */
  printedLine: labelled(line.optional(), '原网页标注'),
  note: labelled(line.optional(), '说明'),
});

export const attachment = z.strictObject({
  title: labelled(line, '名称'),
  /** Path below the content folder, e.g. files/2012-plan.docx; what lies below public/ is found too. */
  file: labelled(z.string().regex(/^(?!\/)(?!.*\.\.)[^\\:]+\.[a-z0-9]+$/i), '文件'),
});

/** An editor's note. `field` ties it to the frontmatter field it explains; `inferred` marks that field's value as concluded, not printed. */
export const note = z.strictObject({
  text: labelled(line, '说明'),
  field: labelled(z.string().optional(), '所说明的字段'),
  inferred: labelled(z.boolean().optional(), '推断'),
});
