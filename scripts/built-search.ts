import type { AstroIntegration } from 'astro';
import sirv from 'sirv';

/** What `build-search-index.ts` writes, below the site's root. */
const BUILT = /^(?:pagefind\/|search\/[^/?]+\.(?:js|json)(?:\?|$))/;

/**
 * Lets search work while editing: the dev server hands out the index and the search modules of the last build.
 * Where there is none, the search page says so. `base` begins and ends with a slash.
 */
export function builtSearch(outDir: string, base: string): AstroIntegration {
  return {
    name: 'built-search',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const serve = sirv(outDir, { dev: true });
        server.middlewares.use((request, response, next) => {
          const url = request.url ?? '';
          if (!url.startsWith(base) || !BUILT.test(url.slice(base.length))) return next();
          request.url = `/${url.slice(base.length)}`;
          serve(request, response, () => {
            response.statusCode = 404;
            response.end();
          });
        });
      },
    },
  };
}
