/** The part of Vite's plugins that this one uses; Vite itself is Astro's dependency, not ours. */
interface Plugin {
  name: string;
  enforce: 'pre';
  apply: 'build';
  configEnvironment: () => { build: { modulePreload: false } };
  load: (id: string) => string | undefined;
  renderChunk: (code: string) => string | undefined;
}

const HELPER = '\0vite/preload-helper.js';
/** A chunk takes the helper from a chunk of its own, which would be one more request for a few letters. */
const TAKEN = /import \{ \w+ as (\w+) \} from "\.\/(?:[^"]*\/)?preload-helper[^"]*";/;

/**
 * Vite wraps every `import()` in a loader of almost a kilobyte that looks for the stylesheets of what is fetched. Astro
 * links those in the page, and scripts that bring their own rules hold them as text, so the call alone does.
 */
export const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  apply: 'build',
  // What is fetched needs little else: no list of it, either.
  configEnvironment: () => ({ build: { modulePreload: false } }),
  load: (id) => (id === HELPER ? 'export const __vitePreload = (load) => load();' : undefined),
  renderChunk: (code) => (TAKEN.test(code) ? code.replace(TAKEN, 'const $1 = (load) => load();') : undefined),
};
