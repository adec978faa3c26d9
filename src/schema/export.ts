/** What `npm run export` writes of a document: its entry in /api/documents.json, with what it cites and its text. */
import * as z from 'zod';
import { documentRow } from './api.ts';

const clause = z.object({
  anchor: z.string().min(1).describe('条款在网页上的位置，接在 url 的 # 后面'),
  label: z.string().min(1).describe('条款的名称，如 第三部分第6条'),
  text: z.string().describe('这一条自己的文字，一段一行；不含下级条款的'),
});

/** One line of documents.jsonl. */
export const exportedDocument = documentRow
  .extend({
    numberKey: z
      .string()
      .min(1)
      .nullable()
      .describe('比对文号用的键：两个文号的键相同，就是同一份文件；不供显示；没有文号的为 null'),
    cites: z.array(z.string().min(1)).describe('正文引用的文号，规范写法，每个一次，照出现的先后'),
    clauses: z.array(clause).describe('正文的条款，照原文的先后；没有分条的为空'),
    text: z.string().describe('正文和注释的全部文字，一段一行；题录没有正文，为空或只有注释'),
  })
  .describe('一份文件的著录、引用和全文');
export type ExportedDocument = z.infer<typeof exportedDocument>;

/** The JSON Schema (draft 2020-12) of a line of documents.jsonl. */
export function exportSchema(): object {
  const { $schema, ...rules } = z.toJSONSchema(exportedDocument, { target: 'draft-2020-12', io: 'input' });
  return { $schema, title: '导出的文件', ...rules };
}
