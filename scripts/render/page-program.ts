/** A compiled program, loaded: lists the pages that it makes of the library, and makes them. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteData } from 'astro';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import {
  isIndexed,
  isProgramPage,
  type ProgramFile,
  programPaths,
  READS_COMPONENT,
} from './program-files.ts';

type StaticPathsApp = ConstructorParameters<typeof StaticPaths>[0];

/** The parts that are used here of an app that Astro has compiled. */
interface CompiledApp extends StaticPathsApp {
  setInternals(internals: unknown): void;
  setOptions(options: unknown): void;
  render(request: Request, options: { routeData: RouteData; locals: object }): Promise<Response>;
}

/** What the module of `READS_COMPONENT` exports. */
interface ReadsModule {
  digestsOfReads(names: readonly string[]): Promise<(string | undefined)[]>;
}

/** A file of the site that a program makes of the library. */
export interface PageTask {
  /** Below the site's folder, with forward slashes. */
  readonly file: string;
  /** Root-relative address without the base path, as Astro's routes have it. */
  readonly pathname: string;
  /** Which of the program's routes makes it. */
  readonly route: number;
  /** A page rather than data, a table or a feed. */
  readonly isPage: boolean;
  /** Made with the program itself, and lies there. */
  readonly ofProgram: boolean;
  /** Read by the index of the search. */
  readonly indexed: boolean;
  /** Covers what it shows of the library; undefined where that is no text. See src/site/page-keys.ts. */
  readonly cacheKey?: string | undefined;
}

/** Where a site will lie. */
export interface SiteAddress {
  /** Scheme and host. */
  readonly siteUrl: string;
  /** Begins and ends with a slash. */
  readonly base: string;
}

/** A file's content, and what its page read of a watched site: the name of each read, and the digest of what it gave. */
export interface MadeContent {
  readonly content: Uint8Array;
  readonly reads: ReadonlyMap<string, string>;
}

/** A program that makes pages. */
export interface PageProgram {
  /** Every file that the program makes, in the order of its routes. Of two routes with one address the first has it. */
  list(): Promise<PageTask[]>;
  /** Makes a file; undefined where the program has nothing to say. */
  make(task: PageTask): Promise<MadeContent | undefined>;
  /** What reads give of this library, as digests; undefined where the program knows no such read. */
  digestsOf(reads: readonly string[]): Promise<(string | undefined)[]>;
}

/** Loads the program that lies in `dir`. */
export async function loadProgram(dir: string, { siteUrl, base }: SiteAddress): Promise<PageProgram> {
  const { file, code } = programPaths(dir);
  const { entry, styles, scripts } = JSON.parse(await readFile(file, 'utf8')) as ProgramFile;
  const { app } = (await import(pathToFileURL(path.join(code, entry)).href)) as { app: CompiledApp };
  app.setInternals({
    pagesByKeys: new Map(styles.map(([key, sheets]) => [key, { styles: sheets }])),
    entrySpecifierToBundleMap: new Map(),
  });
  app.setOptions({ settings: { scripts }, logger: { options: { destination: QUIET } } });
  const { origin } = new URL(siteUrl);
  const routes = app.manifest.routes.map(({ routeData }) => routeData);
  return {
    list: async () => {
      const found = await new StaticPaths(app).getAll();
      const tasks = found.map(({ pathname, route, cacheKey }): PageTask => {
        const isPage = route.type === 'page';
        const task = { file: fileOf(pathname, isPage), pathname, route: routes.indexOf(route), isPage };
        const { component } = route;
        return { ...task, ofProgram: isProgramPage(component), indexed: isIndexed(component), cacheKey };
      });
      return [...new Map(tasks.toReversed().map((task) => [task.file, task])).values()].toReversed();
    },
    make: async ({ pathname, route, isPage }) => {
      const routeData = routes[route];
      if (!routeData) throw new Error(`The program has no route ${route}`);
      const reads = new Map<string, string>();
      const response = await app.render(new Request(addressOf(pathname, isPage, origin, base)), {
        routeData,
        locals: { reads } satisfies App.Locals,
      });
      if (!response.body) return undefined;
      return { content: await response.bytes(), reads };
    },
    digestsOf: async (reads) => {
      const route = routes.find(({ component }) => component === READS_COMPONENT);
      if (!route) throw new Error(`The program has no ${READS_COMPONENT}`);
      const module: unknown = await app.getComponentByRoute?.(route);
      return (module as ReadsModule).digestsOfReads(reads);
    },
  };
}

/** Astro's messages are for the one who writes the program; what fails is thrown. */
const QUIET = { write: () => undefined };

function fileOf(pathname: string, isPage: boolean): string {
  const below = pathname.replace(/^\/+|\/+$/g, '');
  if (!isPage) return below;
  if (below === '404') return '404.html';
  return below === '' ? 'index.html' : `${below}/index.html`;
}

function addressOf(pathname: string, isPage: boolean, origin: string, base: string): URL {
  const below = pathname.replace(/^\/+|\/+$/g, '');
  return new URL(base + below + (isPage && below !== '' ? '/' : ''), origin);
}
