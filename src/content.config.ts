// Not astro:content, which would bring all that pages need to show a collection.
import { defineCollection } from 'astro/content/config';
import { glob } from 'astro/loaders';
import * as z from 'zod';
import { contentDir } from './load/content-dir.ts';
import { documentLoader } from './load/document-loader.ts';
import { planSchema, policySchema, summarySchema } from './schema/documents.ts';

/** For whom help is written, in the order of the index. */
const HELP_READERS = ['教师', '科室人员', '编者'] as const;

const dir = contentDir();

export const collections = {
  plans: defineCollection({ loader: documentLoader('plans', dir), schema: planSchema }),
  summaries: defineCollection({ loader: documentLoader('summaries', dir), schema: summarySchema }),
  policies: defineCollection({ loader: documentLoader('policies', dir), schema: policySchema }),
  // The pages that we write: compiled MDX, always from the project's own content/, whatever CONTENT_DIR says.
  help: defineCollection({
    loader: glob({ pattern: '*.mdx', base: './content/help' }),
    schema: z.strictObject({
      title: z.string(),
      summary: z.string(),
      /** Whom the page is for; the index groups by it. Left out for pages about the site itself. */
      reader: z.enum(HELP_READERS).optional(),
      /** Place among the pages for the same reader. */
      order: z.number(),
    }),
  }),
  rules: defineCollection({
    loader: glob({ pattern: '*.mdx', base: './content/rules' }),
    schema: z.strictObject({
      title: z.string(),
      summary: z.string(),
      severity: z.enum(['error', 'warning']),
    }),
  }),
};
