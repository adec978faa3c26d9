import { readdir, readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Which rooms a room may import; `types` are rooms from which only types may come. The map in the README, enforced. */
const MAP: Record<string, { rooms: string[]; types?: string[] }> = {
  core: { rooms: [] },
  schema: { rooms: ['core'] },
  lint: { rooms: ['schema', 'core'] },
  inspect: { rooms: ['schema', 'core'] },
  // A list of changes tells of the check's issues, but judges nothing itself.
  changes: { rooms: ['schema', 'core'], types: ['lint'] },
  import: { rooms: ['schema', 'core'] },
  search: { rooms: ['schema', 'core'] },
  markdown: { rooms: ['core'] },
  editor: { rooms: ['schema', 'core'] },
  // A document's Word form is made of the HTML that its page shows, so it needs no other room's code.
  docx: { rooms: ['core'], types: ['schema'] },
  load: { rooms: ['markdown', 'schema', 'core', 'site.config'] },
  // The site's own reading of registers, and the description of a document, are those of the loader: one of each.
  site: { rooms: ['load', 'inspect', 'docx', 'core', 'schema', 'site.config'] },
  // Components make addresses (site/urls.ts) and name the shapes that pages hand them.
  ui: { rooms: ['site', 'search', 'editor', 'core', 'site.config'], types: ['schema'] },
  pages: { rooms: ['ui', 'site', 'inspect', 'docx', 'schema', 'core', 'site.config'] },
  'site.config': { rooms: ['core'] },
  'content.config': { rooms: ['load', 'schema', 'core', 'site.config'] },
  scripts: {
    rooms: [
      ...['core', 'schema', 'lint', 'import', 'inspect', 'changes', 'search', 'markdown', 'docx', 'editor'],
      ...['load', 'site', 'site.config'],
    ],
  },
};
/** The packages of the core: each in one file. */
const CORE_PACKAGES: Record<string, string> = {
  'src/core/slug.ts': 'pinyin-pro',
};
const PURE = [
  ...['core', 'schema', 'lint', 'inspect', 'changes', 'import', 'markdown', 'search', 'docx', 'editor'],
];

interface Import {
  file: string;
  target: string;
  typeOnly: boolean;
}

/** Room of a path below the root: its folder in src/, the name of a file at the top of src/, or scripts. */
function roomOf(file: string): string {
  const [top, next = ''] = file.split('/');
  return top === 'src' ? next.replace(/\.ts$/, '') : (top ?? '');
}

/** Every import of a source: statements, re-exports, side effects and dynamic imports. */
function importsIn(file: string, source: string): Import[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const statements = code.matchAll(/^\s*(?:import|export)\s+(type\s)?([^'";]*?)\bfrom\s*['"]([^'"]+)['"]/gm);
  const found = [...statements].map((match) => {
    const names = /^\s*\{([\s\S]*)\}\s*$/
      .exec(match[2] ?? '')?.[1]
      ?.split(',')
      .map((name) => name.trim());
    const allTypes = names?.filter((name) => name !== '').every((name) => name.startsWith('type ')) ?? false;
    return { file, target: match[3] ?? '', typeOnly: match[1] !== undefined || allTypes };
  });
  const bare = [...code.matchAll(/^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm)];
  return [...found, ...bare.map((match) => ({ file, target: match[1] ?? match[2] ?? '', typeOnly: false }))];
}

async function readImports(): Promise<Import[]> {
  const imports: Import[] = [];
  for (const folder of ['src', 'scripts']) {
    const entries = await readdir(path.join(ROOT, folder), { recursive: true }).catch(() => []);
    for (const entry of entries.filter((name) => /\.(ts|mts|js|mjs|tsx|astro)$/.test(name)).sort()) {
      const file = `${folder}/${entry.split(path.sep).join('/')}`;
      imports.push(...importsIn(file, await readFile(path.join(ROOT, file), 'utf8')));
    }
  }
  return imports;
}

/** The imported file below the root, or undefined for a package. */
function localTarget({ file, target }: Import): string | undefined {
  if (!target.startsWith('.')) return undefined;
  return path.posix.join(path.posix.dirname(file), target);
}

/** Why an import breaks the map, or undefined. */
function fault(entry: Import): string | undefined {
  const room = roomOf(entry.file);
  const local = localTarget(entry);
  if (local === undefined) return packageFault(room, entry);
  const target = roomOf(local);
  if (target === room) return undefined;
  const allowed = MAP[room];
  if (!allowed) return `the room ${room} is not on the map`;
  if (allowed.rooms.includes(target)) return undefined;
  if (allowed.types?.includes(target))
    return entry.typeOnly ? undefined : `${room} may import only types from ${target}`;
  return `${room} may import only ${[...allowed.rooms, ...(allowed.types ?? [])].join(', ') || 'itself'}`;
}

function packageFault(room: string, { file, target }: Import): string | undefined {
  if (room === 'core' && CORE_PACKAGES[file] !== target) return 'core imports no packages';
  if (!PURE.includes(room)) return undefined;
  if (isBuiltin(target)) return `${room} is pure and imports nothing of Node`;
  const ofAstro = target.startsWith('astro:') || target === 'astro' || target.startsWith('astro/');
  return ofAstro && target !== 'astro/zod' ? `${room} is pure and imports nothing of Astro` : undefined;
}

const explain = (entry: Import): string[] => {
  const why = fault(entry);
  return why === undefined ? [] : [`${entry.file} imports ${entry.target}: ${why}`];
};

/** The first way from a room back to itself, by the imports that really occur. */
function cycleIn(edges: ReadonlyMap<string, ReadonlySet<string>>): string[] | undefined {
  const walk = (room: string, trail: string[]): string[] | undefined => {
    if (trail.includes(room)) return [...trail.slice(trail.indexOf(room)), room];
    for (const next of edges.get(room) ?? []) {
      const cycle = walk(next, [...trail, room]);
      if (cycle) return cycle;
    }
    return undefined;
  };
  for (const room of edges.keys()) {
    const cycle = walk(room, []);
    if (cycle) return cycle;
  }
  return undefined;
}

function edgesOf(imports: readonly Import[]): Map<string, Set<string>> {
  const edges = new Map<string, Set<string>>();
  for (const entry of imports) {
    const local = localTarget(entry);
    const [from, to] = [roomOf(entry.file), local === undefined ? undefined : roomOf(local)];
    if (to !== undefined && to !== from) edges.set(from, (edges.get(from) ?? new Set()).add(to));
  }
  return edges;
}

describe('architecture', () => {
  test('every import keeps to the map of rooms', async () => {
    const imports = await readImports();
    expect(imports.length).toBeGreaterThan(20);
    expect(imports.flatMap(explain)).toEqual([]);
  });

  test('no rooms import one another in a circle', async () => {
    expect(cycleIn(edgesOf(await readImports()))).toBeUndefined();
  });

  test('the pure rooms ask no clock, chance, network or process', async () => {
    const guilty: string[] = [];
    for (const room of PURE) {
      const entries = await readdir(path.join(ROOT, 'src', room), { recursive: true }).catch(() => []);
      for (const entry of entries.filter((name) => name.endsWith('.ts'))) {
        const source = await readFile(path.join(ROOT, 'src', room, entry), 'utf8');
        const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
        if (/\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\bprocess\.|\bfetch\(/.test(code))
          guilty.push(`src/${room}/${entry}`);
      }
    }
    expect(guilty).toEqual([]);
  });

  test.each([
    ['src/core/a.ts', "import { z } from 'zod';", /core imports no packages/],
    ['src/core/a.ts', "import type { X } from '../schema/x.ts';", /core may import only itself/],
    ['src/lint/a.ts', "import { x } from '../markdown/x.ts';", /lint may import only schema, core/],
    ['src/lint/rules/a.ts', "export { x } from '../../import/x.ts';", /lint may import only schema, core/],
    ['src/schema/a.ts', "import fs from 'fs';", /nothing of Node/],
    ['src/search/a.ts', "const fs = await import('node:fs');", /nothing of Node/],
    ['src/markdown/a.ts', "import {\n  a,\n  b,\n} from 'astro:content';", /nothing of Astro/],
    ['src/ui/a.ts', "import { x, type Y } from '../schema/x.ts';", /only types from schema/],
    ['src/ui/a.astro', "---\nimport '../pages/x.ts';\n---", /ui may import only/],
    ['scripts/a.ts', "import X from '../src/pages/index.astro';", /scripts may import only/],
    ['src/elsewhere/a.ts', "import { x } from '../core/x.ts';", /room elsewhere is not on the map/],
  ])('%s with %j is refused, naming file and import', (file, source, why) => {
    const faults = importsIn(file, source).flatMap(explain);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(why);
    expect(faults[0]?.startsWith(`${file} imports `)).toBe(true);
  });

  test.each([
    ['src/core/slug.ts', "import { pinyin } from 'pinyin-pro';"],
    ['src/schema/a.ts', "import { z } from 'astro/zod';\n/* import x from 'node:fs' */"],
    ['src/site/a.ts', "import { type Y, type Z } from '../load/x.ts';"],
    ['src/load/a.ts', "import fs from 'node:fs';\nimport { x } from '../markdown/x.ts';"],
  ])('%s with %j is fine', (file, source) => {
    expect(importsIn(file, source).flatMap(explain)).toEqual([]);
  });

  test('a circle is named', () => {
    const entry = (file: string, target: string): Import => ({ file, target, typeOnly: true });
    const edges = edgesOf([
      entry('src/a/x.ts', '../b/x.ts'),
      entry('src/b/x.ts', '../c/x.ts'),
      entry('src/c/x.ts', '../a/x.ts'),
    ]);
    expect(cycleIn(edges)).toEqual(['a', 'b', 'c', 'a']);
  });
});
