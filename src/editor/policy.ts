/**
 * The Content-Security-Policy of /admin/, in the page itself. A stricter policy of the whole site, say in a server's
 * header, holds as well and must leave out /admin/, because Decap needs two things that no other page does:
 * `'unsafe-eval'` (it compiles the check of its configuration, by ajv) and inline styles (by emotion).
 */
import type { EditorSettings } from '../core/editor-settings.ts';
import type { EditorBackend } from './config.ts';

/** The policy; `connect-src` names the host of the repository and, for GitHub's sign-in, nothing else. */
export function editorPolicy(backend: EditorBackend): string {
  const hosts = 'local' in backend ? [] : apiHosts(backend);
  return [
    "default-src 'none'",
    "script-src 'self' 'unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    // Uploads are shown from memory; a host shows the pictures of a repository and of its users.
    ["img-src 'self' blob: data:", ...hosts].join(' '),
    "font-src 'self' data:",
    ["connect-src 'self' blob: data:", ...hosts].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function apiHosts({ backend, host }: EditorSettings): string[] {
  if (host) return [new URL(host).origin];
  return { github: ['https://api.github.com'], gitlab: ['https://gitlab.com'], forgejo: [] }[backend];
}
