import path from 'node:path';
import type { AstroIntegration } from 'astro';
import sirv from 'sirv';

/**
 * Lets search work while editing: the dev server hands out the index and the search module of the last build.
 * Where there is none, the search page says so.
 */
export function builtSearch(outDir: string, base: string): AstroIntegration {
  return {
    name: 'built-search',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const serve = sirv(outDir, { dev: true });
        const prefix = `/${base.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
        const parts = [`${prefix}pagefind/`, path.posix.join(prefix, 'search/api.js')];
        server.middlewares.use((request, response, next) => {
          const url = request.url ?? '';
          if (!parts.some((part) => url.startsWith(part))) return next();
          request.url = `/${url.slice(prefix.length)}`;
          serve(request, response, () => {
            response.statusCode = 404;
            response.end();
          });
        });
      },
    },
  };
}
