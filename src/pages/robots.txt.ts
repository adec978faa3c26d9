import type { APIContext } from 'astro';
import { link } from '../site/urls.ts';

export function GET(context: APIContext): Response {
  const sitemap = new URL(link('sitemap-index.xml'), context.site);
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${sitemap.href}\n`);
}
