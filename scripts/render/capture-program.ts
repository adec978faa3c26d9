/** Keeps what Astro compiles, so that pages can be made of it later, by several threads, and again without compiling. */
import { cp, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { isProgramPage, type ProgramFile, programPaths } from './program-files.ts';

/** The parts that are used here of what Astro hands to the program it has compiled; it declares no types for them. */
interface BuildInternals {
  readonly pagesByKeys: ReadonlyMap<string, { readonly styles: ProgramFile['styles'][number][1] }>;
}
interface BuildOptions {
  readonly settings: { readonly scripts: ProgramFile['scripts'] };
}
interface CompiledApp {
  setInternals(internals: BuildInternals): void;
  setOptions(options: BuildOptions): void;
}

/** As Astro names the module that a compiled program begins with. */
const ENTRY = /^prerender-entry\..*\.m?js$/;

/**
 * An integration for the build that compiles the program into `dir`: Astro itself makes only the pages of the program's
 * own, which no library changes, for their pictures are made on the way. The rest is left to `renderSite`.
 */
export function captureProgram(dir: string): AstroIntegration {
  const paths = programPaths(dir);
  let compiled = '';
  let file: Omit<ProgramFile, 'entry'> = { styles: [], scripts: [] };
  return {
    name: 'capture-program',
    hooks: {
      'astro:config:done': ({ config }) => {
        compiled = fileURLToPath(new URL('./.prerender/', config.outDir));
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((standard) => ({
          name: 'capture-program',
          setup: async () => {
            const entry = path.join(compiled, await entryIn(compiled));
            const { app } = (await import(pathToFileURL(entry).href)) as { app: CompiledApp };
            watch(app, (part) => {
              file = { ...file, ...part };
            });
            await standard.setup?.();
          },
          getStaticPaths: async () =>
            (await standard.getStaticPaths()).filter(({ route }) => isProgramPage(route.component)),
          render: (request, options) => standard.render(request, options),
          teardown: async () => {
            await standard.teardown?.();
            await cp(compiled, paths.code, { recursive: true });
            const whole: ProgramFile = { entry: await entryIn(compiled), ...file };
            await writeFile(paths.file, JSON.stringify(whole));
          },
        }));
      },
    },
  };
}

async function entryIn(folder: string): Promise<string> {
  const found = (await readdir(folder)).find((name) => ENTRY.test(name));
  if (found === undefined)
    throw new Error(`No entry of a compiled program in ${folder}: has Astro renamed it?`);
  return found;
}

/** Notes what a page's head needs of what Astro tells the program about its own build. */
function watch(app: CompiledApp, note: (part: Partial<ProgramFile>) => void): void {
  const setInternals = app.setInternals.bind(app);
  const setOptions = app.setOptions.bind(app);
  app.setInternals = (internals) => {
    note({ styles: [...internals.pagesByKeys].map(([key, { styles }]) => [key, styles]) });
    setInternals(internals);
  };
  app.setOptions = (options) => {
    note({ scripts: options.settings.scripts });
    setOptions(options);
  };
}
