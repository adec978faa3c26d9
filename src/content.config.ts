import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import * as z from 'zod';
import { contentDir } from './load/content-dir.ts';
import { documentLoader } from './load/document-loader.ts';
import { planSchema, policySchema, summarySchema } from './schema/documents.ts';

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
      order: z.number(),
      /** For whom it is; left out where src/site/guides.ts knows. */
      reader: z.enum(['teacher', 'staff', 'office', 'site']).optional(),
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
