import type { APIContext } from 'astro';
import { escapeHtml } from '../../core/escape-html.ts';
import { link } from '../../site/urls.ts';
import { siteConfig } from '../../site.config.ts';

/** What the specification (OpenSearch 1.1) allows a short name; browsers show it in their list of search engines. */
const LONGEST_NAME = 16;
const LONGEST_DESCRIPTION = 1024;

/** Tells a browser how to search this site from its address bar. */
export function GET(context: APIContext): Response {
  const search = new URL(link('search/'), context.site).href;
  const icon = new URL(link('favicon.svg'), context.site).href;
  const shorten = (text: string, length: number): string => escapeHtml([...text].slice(0, length).join(''));
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${shorten(siteConfig.name, LONGEST_NAME)}</ShortName>
  <Description>${shorten(siteConfig.description, LONGEST_DESCRIPTION)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Language>zh-CN</Language>
  <Image width="16" height="16" type="image/svg+xml">${escapeHtml(icon)}</Image>
  <Url type="text/html" method="get" template="${escapeHtml(search)}?q={searchTerms}"/>
</OpenSearchDescription>
`,
    { headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' } },
  );
}
