/** What every server should say beside the files, in one place for all recipes. */
import { pagePolicy } from '../../src/site/page-policy.ts';

/** Response headers of every page and file. Pages carry the policy themselves; only a header can forbid framing. */
export const HEADERS: readonly (readonly [name: string, value: string])[] = [
  ['Content-Security-Policy', `${pagePolicy}; frame-ancestors 'self'`],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
];

/** The policy of attachments and pictures: shown, but whatever is in them runs nothing. */
export const FILES_POLICY = "script-src 'none'; frame-ancestors 'self'";

/**
 * The editor in the browser (src/editor/policy.ts) needs what no other page may do, and says so in a policy of its own;
 * a header with the others' policy would hold as well.
 */
export const EDITOR_POLICY = "frame-ancestors 'self'";

/** Folders, below the base path, of files whose names change with their content: they may be kept for good. */
export const KEPT_FOR_GOOD = ['_astro/', 'pagefind/[0-9a-f]+/'] as const;
export const FOR_GOOD = 'public, max-age=31536000, immutable';
/** All else is asked for each time, and sent only when it has changed. */
export const ASK_EACH_TIME = 'no-cache';

/** What is worth compressing on the way; parts of the index and Word files are compressed as they are. */
export const COMPRESSED_TYPES = [
  ...['text/css', 'text/csv', 'text/javascript', 'application/javascript', 'application/json'],
  ...['application/xml', 'application/rss+xml', 'application/opensearchdescription+xml', 'image/svg+xml'],
  ...['text/plain', 'text/xml', 'application/wasm'],
] as const;
