import * as z from 'zod';
import { formatDocNumber, parseDocNumber } from '../core/docnumber.ts';
import { parsePeriod } from '../core/period.ts';
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

/** A non-empty line of text without surrounding space. */
export const line = z.string().trim().min(1);

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
    name: statusName.exclude(['未核实']),
    /** The day from which the status holds. */
    date: isoDate.optional(),
    /** What it rests on: a document number, a document id or a sentence. */
    basis: line,
    /** The office or section that checked, never a private person. */
    checkedBy: line.optional(),
  }),
]);

export const completeness = z.enum(COMPLETENESS);

/** What a relation points at: a document number in canonical form, or a document id such as plans/2012-work-plan. */
const target = z.union([docNumber, z.string().regex(/^(plans|summaries|policies)\/[a-z0-9-]+$/)]);

/** Relations are written in one direction only; the inverse is derived. */
export const relations = z.strictObject({
  repeals: z.array(target).optional(),
  amends: z.array(target).optional(),
  implements: z.array(target).optional(),
  forwards: z.array(target).optional(),
  reportsOn: z.array(target).optional(),
  attaches: z.array(target).optional(),
});

/** Where the text came from. */
export const source = z.strictObject({
  file: line.optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  /** The line of the web page or file that gave its publication data, letter by letter. */
  printedLine: line.optional(),
  note: line.optional(),
});

export const attachment = z.strictObject({
  title: line,
  /** Path below public/, e.g. attachments/2012-plan.docx. */
  file: z.string().regex(/^(?!\/)(?!.*\.\.)[^\\:]+\.[a-z0-9]+$/i),
});

/** An editor's note. `field` ties it to the frontmatter field it explains; `inferred` marks that field's value as concluded, not printed. */
export const note = z.strictObject({
  text: line,
  field: z.string().optional(),
  inferred: z.boolean().optional(),
});
