import { createHash } from 'node:crypto';
import { contentPolicy } from '../core/content-policy.ts';
import { restoreDisplay } from './restore-display.ts';

/** The policy of the site's pages, with the hash of the one script that stands in them. */
export const pagePolicy = contentPolicy([createHash('sha256').update(restoreDisplay).digest('base64')]);
