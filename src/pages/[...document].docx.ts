import type { APIContext } from 'astro';
import { WORD_TYPE } from '../docx/word-file.ts';
import { getSite, type SiteDocument } from '../site/library.ts';
import { makeWordFile, wordFilePaths } from '../site/word-files.ts';
import { siteConfig } from '../site.config.ts';

export const getStaticPaths = () => wordFilePaths();

/** A document in Word's format, beside its page. */
export async function GET({ props, site }: APIContext<{ document: SiteDocument }>): Promise<Response> {
  const bytes = await makeWordFile(await getSite(), props.document, site ?? new URL(siteConfig.url));
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': WORD_TYPE } });
}
