import type { AstroIntegration } from 'astro';
import sirv from 'sirv';

/**
 * Lets search work while editing: the dev server hands out the index and the search module of the last build.
 * Where there is none, the search page says so. `base` begins and ends with a slash.
 */
export function builtSearch(outDir: string, base: string): AstroIntegration {
  return {
    name: 'built-search',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const serve = sirv(outDir, { dev: true });
        const parts = [`${base}pagefind/`, `${base}search/`];
        server.middlewares.use((request, response, next) => {
          const url = request.url ?? '';
          const asked = parts.some((part) => url.startsWith(part)) && /\.\w+(?:\?|$)/.test(url);
          if (!asked) return next();
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
