/** The type of a Vite plugin as far as this one goes; Vite itself is Astro's dependency, not ours. */
interface Plugin {
  name: string;
  enforce: 'pre';
  apply: 'build';
  load: (id: string) => string | undefined;
}

const HELPER = '\0vite/preload-helper.js';

/**
 * Vite wraps every `import()` in a loader of almost a kilobyte that looks for the stylesheets of what is fetched. Astro
 * links those in the page, and scripts that bring their own rules hold them as text, so the call alone does.
 */
export const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  apply: 'build',
  load: (id) => (id === HELPER ? 'export const __vitePreload = (load) => load();' : undefined),
};
