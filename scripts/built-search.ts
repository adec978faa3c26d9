import type { AstroIntegration } from 'astro';
import sirv from 'sirv';

/** What `build-search-index.ts` writes, below the site's root. */
const BUILT = /^(?:pagefind\/|search\/[^/?]+\.(?:js|json)(?:\?|$))/;

/**
 * Lets search work while editing: the dev server hands out the index and the search modules of the last build.
 * Where there is none, the search page says so.
 */
export function builtSearch(outDir: string, base: string): AstroIntegration {
  return {
    name: 'built-search',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const serve = sirv(outDir, { dev: true });
        const prefix = `/${base.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
        server.middlewares.use((request, response, next) => {
          const url = request.url ?? '';
          if (!url.startsWith(prefix) || !BUILT.test(url.slice(prefix.length))) return next();
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
