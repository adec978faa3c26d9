/** What a browser with an empty cache fetches for a built page: read from the files, not measured. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { Parser } from 'htmlparser2';

/** What a page names in its markup; addresses as they stand there. */
export interface PageReferences {
  readonly styles: readonly string[];
  /** Addresses of scripts, modules that are loaded ahead included. */
  readonly scripts: readonly string[];
  /** Code of scripts in the page itself, data left out. */
  readonly inline: readonly { readonly code: string; readonly module: boolean }[];
  /** Images, icons and whatever else is fetched at once; a lazy image isn't. */
  readonly others: readonly string[];
}

/** A built site: its folder and the path under which it lies on its host. */
export interface BuiltSite {
  readonly dir: string;
  readonly base: string;
}

const words = (list = ''): string[] => list.toLowerCase().split(/\s+/);
const FETCHED = new Set(['img', 'iframe', 'embed', 'audio', 'video', 'source', 'track', 'input']);
const CODE = new Set(['', 'module', 'text/javascript', 'application/javascript']);

/** Reads the markup of a page. */
export function readReferences(html: string): PageReferences {
  const found = {
    styles: [] as string[],
    scripts: [] as string[],
    inline: [] as { code: string; module: boolean }[],
    others: [] as string[],
  };
  let open: { code: string; module: boolean } | undefined;
  const parser = new Parser({
    onopentag: (name, { href, src, rel, type = '', loading }) => {
      if (name === 'link' && href !== undefined) noteLink(found, words(rel), href);
      else if (name === 'script' && CODE.has(type)) {
        if (src === undefined) open = { code: '', module: type === 'module' };
        else found.scripts.push(src);
      } else if (FETCHED.has(name) && src !== undefined && loading !== 'lazy') found.others.push(src);
    },
    ontext: (text) => {
      if (open) open.code += text;
    },
    onclosetag: (name) => {
      if (name !== 'script' || !open) return;
      found.inline.push(open);
      open = undefined;
    },
  });
  parser.end(html);
  return found;
}

function noteLink(
  found: { styles: string[]; scripts: string[]; others: string[] },
  relations: readonly string[],
  href: string,
): void {
  if (relations.includes('stylesheet') && !relations.includes('alternate')) found.styles.push(href);
  else if (relations.includes('modulepreload')) found.scripts.push(href);
  else if (relations.some((relation) => /^(?:icon|preload|prefetch|manifest)$/.test(relation)))
    found.others.push(href);
}

/** The file of the site that an address leads to, as a path below it. @throws RangeError for another host's. */
export function fileOfAddress(address: string, { base }: BuiltSite, from: string): string {
  const here = new URL(base + from.split('/').map(encodeURIComponent).join('/'), 'http://site.invalid');
  const { origin, pathname } = new URL(address, here);
  if (origin !== here.origin || !pathname.startsWith(base)) {
    throw new RangeError(`${from} loads ${address}, which is not of the site`);
  }
  const below = decodeURIComponent(pathname.slice(base.length));
  return below === '' || below.endsWith('/') ? `${below}index.html` : below;
}

/**
 * Files below the site's folder that a page loads at once, without the page itself: stylesheets with what they import
 * and show, scripts with all that they import statically (what they may import later is not counted), images.
 */
export async function filesOfPage(site: BuiltSite, page: string): Promise<string[]> {
  const html = await readFile(path.join(site.dir, page), 'utf8');
  const { styles, scripts, inline, others } = readReferences(html);
  const files = new Set(others.filter((address) => !address.startsWith('data:')).map(resolve));
  for (const style of styles.map(resolve)) await addStyle(site, style, files);
  const imported = await staticImports(site, scripts.map(resolve), inlineModules(inline), page);
  return [...new Set([...files, ...imported])].sort();

  function resolve(address: string): string {
    return fileOfAddress(address, site, page);
  }
}

const inlineModules = (inline: PageReferences['inline']): string =>
  inline.flatMap(({ code, module }) => (module ? code : [])).join('\n;\n');

async function addStyle(site: BuiltSite, file: string, files: Set<string>): Promise<void> {
  if (files.has(file)) return;
  files.add(file);
  const css = await readFile(path.join(site.dir, file), 'utf8');
  for (const [, quoted, bare] of css.matchAll(/(?:@import\s*|url\(\s*)(?:["']([^"']+)["']|([^"')\s;]+))/g)) {
    const address = quoted ?? bare ?? '';
    if (address.startsWith('data:') || address.startsWith('#')) continue;
    const target = fileOfAddress(address, site, file);
    if (target.endsWith('.css')) await addStyle(site, target, files);
    else files.add(target);
  }
}

/** The scripts and all that they import by statements, transitively. */
async function staticImports(
  site: BuiltSite,
  scripts: readonly string[],
  inline: string,
  page: string,
): Promise<string[]> {
  if (scripts.length === 0 && inline === '') return [];
  const entry = scripts.map((file) => `import ${JSON.stringify(`/${file}`)};`).join('\n');
  const { metafile } = await build({
    stdin: {
      contents: `${entry}\n${inline}`,
      resolveDir: path.dirname(path.join(site.dir, page)),
      sourcefile: 'page.js',
    },
    absWorkingDir: site.dir,
    bundle: true,
    format: 'esm',
    // Only the graph is wanted; dropping unused code could drop an import that a browser fetches.
    treeShaking: false,
    write: false,
    outdir: site.dir,
    metafile: true,
    logLevel: 'silent',
    plugins: [siteAddresses(site)],
  });
  return reachable(metafile);
}

/** Addresses from the root lead to files of the site; the page names its own scripts so, without the base path. */
const siteAddresses = ({ dir, base }: BuiltSite): Plugin => ({
  name: 'site-addresses',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\// }, ({ path: address, importer }) => {
      if (path.isAbsolute(importer) && address.startsWith(base))
        return { path: path.join(dir, address.slice(base.length)) };
      return { path: path.join(dir, address) };
    });
  },
});

function reachable({ inputs, outputs }: Metafile): string[] {
  const files = new Set<string>();
  const follow = (input: string): void => {
    for (const { path: next, kind, external } of inputs[input]?.imports ?? []) {
      if (kind !== 'import-statement' || external === true || files.has(next)) continue;
      files.add(next);
      follow(next);
    }
  };
  const entry = Object.values(outputs).find(({ entryPoint }) => entryPoint !== undefined)?.entryPoint;
  if (entry !== undefined) follow(entry);
  return [...files];
}
