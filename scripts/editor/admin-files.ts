/** The files of /admin/: the page, our script, its configuration and Decap. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type EditorBackend, editorConfig } from '../../src/editor/config.ts';
import type { EditorChoices } from '../../src/editor/forms.ts';
import { editorPage } from '../../src/editor/page.ts';
import { editorPolicy } from '../../src/editor/policy.ts';
import type { LoadedContent } from '../../src/load/content-fs.ts';
import { siteConfig } from '../../src/site.config.ts';
import { BUNDLING } from '../search-index/bundle-api.ts';
import { decapFiles } from './fetch-decap.ts';

/** Folder of the editor below the site. */
export const ADMIN = 'admin';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** What forms offer: the topics of the register and of the documents, and every issuer that the content names. */
export function choicesIn({ documents, topics, agencies }: LoadedContent): EditorChoices {
  const used = documents.flatMap(({ data }) => data?.topics ?? []);
  const issuers = documents.flatMap(({ data }) => (data ? [data.issuer] : []));
  return {
    topics: [...new Set([...topics.entries.map(({ name }) => name), ...used])],
    issuers: [...new Set([...agencies.entries.map(({ issuer }) => issuer), ...issuers])],
  };
}

/**
 * Each file by its name in the folder. `home` is the address of the site, where there is one beside the editor.
 * @throws EditorUnavailable when Decap can't be had.
 */
export async function adminFiles(
  backend: EditorBackend,
  choices: EditorChoices,
  home?: string,
  decap: () => Promise<Map<string, Uint8Array>> = decapFiles,
): Promise<Map<string, Uint8Array | string>> {
  const page = editorPage({
    name: siteConfig.name,
    policy: editorPolicy(backend),
    ...(home === undefined ? {} : { home }),
  });
  return new Map<string, Uint8Array | string>([
    ...(await decap()),
    ['decap-cms.LICENSE.txt', await readFile(here('decap-license.txt'), 'utf8')],
    ['logo.svg', await logo()],
    ['editor.css', await readFile(here('../../src/ui/editor/editor.css'), 'utf8')],
    ['editor.js', await bundleEditor()],
    ['config.json', configFile(backend, choices)],
    ['index.html', page],
  ]);
}

/** The site's own sign, with a size: without one Decap's pages would show it as large as they can. */
async function logo(): Promise<string> {
  const sign = await readFile(here('../../public/favicon.svg'), 'utf8');
  return sign.replace('<svg ', '<svg width="96" height="96" ');
}

/** The configuration by itself. */
export function configFile(backend: EditorBackend, choices: EditorChoices): string {
  return JSON.stringify(editorConfig(backend, choices, 'logo.svg'));
}

async function bundleEditor(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    ...BUNDLING,
    format: 'iife',
    entryPoints: [here('../../src/ui/editor/editor.ts')],
    outdir: path.dirname(here('editor.js')),
  });
  const [script] = outputFiles;
  if (!script) throw new Error('the editor was bundled into nothing');
  return script.contents;
}
