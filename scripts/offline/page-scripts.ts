/** The scripts of the site's components, as their authors wrote them. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Parser } from 'htmlparser2';

/** A script that Astro would bundle. */
export interface PageScript {
  /** Absolute path of the component; its imports are relative to it. */
  readonly component: string;
  /** TypeScript. */
  readonly code: string;
}

/** Components of pages that a copy on disk doesn't have, below the folder of sources. */
const SERVER_ONLY = new Set(['pages/404.astro']);

/** The scripts of all components below `dir`, by path: each looks for its own part of a page and else does nothing. */
export async function readPageScripts(dir: string): Promise<PageScript[]> {
  const entries = await readdir(dir, { recursive: true });
  const components = entries.filter(
    (name) => name.endsWith('.astro') && !SERVER_ONLY.has(name.split(path.sep).join('/')),
  );
  const scripts: PageScript[] = [];
  for (const name of components.sort()) {
    const component = path.join(dir, name);
    const codes = scriptsOf(await readFile(component, 'utf8'));
    scripts.push(...codes.map((code) => ({ component, code })));
  }
  return scripts;
}

/** The scripts in a component's template that are bundled: those without any attribute. */
export function scriptsOf(component: string): string[] {
  const scripts: string[] = [];
  let open: string | undefined;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (name === 'script' && Object.keys(attributes).length === 0) open = '';
      },
      ontext: (text) => {
        if (open !== undefined) open += text;
      },
      onclosetag: () => {
        if (open !== undefined) scripts.push(open);
        open = undefined;
      },
    },
    { recognizeSelfClosing: true },
  );
  parser.end(templateOf(component));
  return scripts;
}

/** What follows the frontmatter, which is TypeScript and not to be read as HTML. */
function templateOf(component: string): string {
  const frontmatter = /^\s*---\r?\n[\s\S]*?\r?\n---\r?\n/.exec(component);
  return component.slice(frontmatter?.[0].length ?? 0);
}
