import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { BuiltDocument } from './measure-output.ts';
import type { BudgetKind } from './page-budgets.ts';

/** One page of a kind, as an example of all of them. */
export interface SamplePage {
  readonly name: string;
  /** Path below the base path, such as plans/; empty for the home page. */
  readonly path: string;
  /** Undefined for a kind that has no budget. */
  readonly budget?: BudgetKind;
}

const FIXED: readonly SamplePage[] = [
  { name: 'home', path: '', budget: 'home' },
  { name: 'list', path: 'plans/', budget: 'list' },
  { name: 'years', path: 'years/', budget: 'list' },
  { name: 'search', path: 'search/', budget: 'search' },
  { name: 'register', path: 'citations/', budget: 'register' },
  { name: 'numbers', path: 'n/', budget: 'number' },
  { name: 'compare', path: 'compare/', budget: 'compare' },
  { name: 'map', path: 'map/', budget: 'list' },
  { name: 'help', path: 'help/', budget: 'help' },
  { name: 'guide', path: 'help/search/', budget: 'help' },
  { name: 'accessibility', path: 'help/accessibility/', budget: 'help' },
  { name: 'inspection', path: 'inspection/' },
];

/** Folders with one page for each year, issuer and so on; their first in order stands for all. */
const FAMILIES: readonly SamplePage[] = [
  { name: 'year', path: 'years/', budget: 'list' },
  { name: 'issuer', path: 'issuers/', budget: 'list' },
  { name: 'topic', path: 'topics/', budget: 'list' },
];

interface Listed extends BuiltDocument {
  readonly completeness: string;
}

/** One page of each kind that a built site has; `base` is its base path. */
export async function samplePages(outDir: string, base = '/'): Promise<SamplePage[]> {
  const pages = [...FIXED, ...(await familyPages(outDir)), ...(await documentPages(outDir, base))];
  const there = await Promise.all(pages.map((page) => exists(path.join(outDir, page.path, 'index.html'))));
  return pages.filter((_, index) => there[index]);
}

async function familyPages(outDir: string): Promise<SamplePage[]> {
  const found = await Promise.all(
    FAMILIES.map(async (family) => {
      const entries = await readdir(path.join(outDir, family.path), { withFileTypes: true }).catch(() => []);
      const [first] = entries.flatMap((entry) => (entry.isDirectory() ? entry.name : [])).sort();
      return first === undefined ? [] : [{ ...family, path: `${family.path}${first}/` }];
    }),
  );
  return found.flat();
}

/** The median and the longest full document, a record, a comparison, a number that is not held. */
async function documentPages(outDir: string, base: string): Promise<SamplePage[]> {
  const documents = await readJson<Listed[]>(outDir, 'api/documents.json');
  const numbers = await readJson<Record<string, { url: string; held: boolean }>>(outDir, 'api/numbers.json');
  const below = (url: string): string => decodeURIComponent(url.slice(base.length));
  const texts = await bySize(
    outDir,
    documents.flatMap(({ url, completeness }) => (completeness === '题录' ? [] : [below(url)])),
  );
  const record = documents.find(({ completeness }) => completeness === '题录');
  const missing = Object.values(numbers).find(({ held }) => !held);
  const plan = documents.find(({ id }) => id.startsWith('plans/'));
  const page = (name: string, at: string | undefined, budget?: BudgetKind): SamplePage[] =>
    at === undefined ? [] : [{ name, path: at, ...(budget ? { budget } : {}) }];
  return [
    ...page('document', texts[Math.floor((texts.length - 1) / 2)], 'document'),
    ...page('longest document', texts.at(-1)),
    ...page('record', record && below(record.url), 'document'),
    ...page('changes', plan && `${below(plan.url)}changes/`),
    ...page('missing number', missing && below(missing.url), 'list'),
  ];
}

async function readJson<T>(outDir: string, file: string): Promise<T> {
  return JSON.parse(await readFile(path.join(outDir, file), 'utf8')) as T;
}

/** Pages by the size of their HTML, smallest first. */
async function bySize(outDir: string, pages: readonly string[]): Promise<string[]> {
  const sized = await Promise.all(
    pages.map(async (page) => ({ page, size: (await stat(path.join(outDir, page, 'index.html'))).size })),
  );
  return sized.sort((a, b) => a.size - b.size).map(({ page }) => page);
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
