/** The page on which any two documents are chosen and compared. Its address says which: `?a=plans/x&b=plans/y`. */

import { isCollection } from '../../core/collections.ts';
import { comparePassages } from '../../core/comparison/compare.ts';
import { findReported } from '../../core/comparison/find-reported.ts';
import type { LibraryDocument } from '../../core/library.ts';
import type { DocumentEntry, PageText } from '../../search/record.ts';
import { download } from '../search/download.ts';
import { lazyModule } from '../search/lazy-module.ts';
import { siteAddress } from '../search/site-address.ts';
import { comparable, renderOptions } from './choices.ts';
import { CHOOSE } from './compare-words.ts';
import { describeCompared } from './compared-document.ts';
import { passagesOf } from './passages-of.ts';
import { renderComparison } from './render-comparison.ts';
import { renderReported } from './render-reported.ts';

const SIDES = ['a', 'b'] as const;
type Side = (typeof SIDES)[number];
type Chosen = Record<Side, string>;

/** What the page takes from `/search/api.js`. */
interface TextSource {
  loadPage(id: string, documents: readonly DocumentEntry[]): Promise<PageText>;
}

const FAULT =
  '发现网页程序出错，没有对照成。改法：刷新本页再试；仍不行的，请把浏览器的名称和版本告诉本库编者。';

class ComparePage {
  /** The site's list of documents, and those of them that have a text. */
  private all: readonly DocumentEntry[] = [];
  private documents: DocumentEntry[] = [];
  private chosen: Chosen = { a: '', b: '' };
  /** Counts the comparisons that were asked for, so that a slow one doesn't overwrite a later one. */
  private asked = 0;
  private readonly form: HTMLFormElement;
  private readonly result: HTMLElement;
  private readonly status: HTMLElement;
  private readonly base: string;
  private readonly loadTexts: () => Promise<TextSource>;

  constructor(form: HTMLFormElement, result: HTMLElement, status: HTMLElement) {
    this.form = form;
    this.result = result;
    this.status = status;
    this.base = document.documentElement.dataset['base'] ?? '/';
    this.loadTexts = lazyModule(new URL(`${this.base}search/api.js`, location.href));
  }

  async start(): Promise<void> {
    this.form.addEventListener('submit', (event) => event.preventDefault());
    this.form.addEventListener('input', (event) => this.changed(event.target));
    this.form.querySelector('[data-swap]')?.addEventListener('click', () => {
      this.choose({ a: this.chosen.b, b: this.chosen.a });
    });
    addEventListener('popstate', () => this.restore());
    try {
      const list = await download(new URL(`${this.base}api/documents.json`, location.href).href, 'no-cache');
      this.all = JSON.parse(new TextDecoder().decode(list));
    } catch {
      this.say('文件目录没有取到。请检查网络，刷新本页再试。');
      return;
    }
    try {
      this.documents = comparable(this.all);
    } catch (error) {
      this.fail(error);
      return;
    }
    this.restore();
  }

  private restore(): void {
    const asked = new URLSearchParams(location.search);
    this.chosen = { a: asked.get('a') ?? '', b: asked.get('b') ?? '' };
    if (this.draw()) void this.compare();
  }

  private changed(target: EventTarget | null): void {
    if (target instanceof HTMLSelectElement) this.choose({ ...this.chosen, [target.name]: target.value });
    else this.draw();
  }

  /** A choice is a step in the history that the back button undoes. */
  private choose(chosen: Chosen): void {
    this.chosen = chosen;
    const query = SIDES.flatMap((side) => {
      // An id is path segments: nothing in it but the slash would need encoding, and that may stay.
      return chosen[side] === '' ? [] : `${side}=${encodeURIComponent(chosen[side]).replaceAll('%2F', '/')}`;
    });
    history.pushState(null, '', `${location.pathname}${query.length > 0 ? `?${query.join('&')}` : ''}`);
    if (this.draw()) void this.compare();
  }

  private find(side: Side): DocumentEntry | undefined {
    return this.documents.find(({ id }) => id === this.chosen[side]);
  }

  /** Fills the lists; false if that failed, which the reader is told. */
  private draw(): boolean {
    try {
      for (const side of SIDES) this.drawSide(side);
      return true;
    } catch (error) {
      this.fail(error);
      return false;
    }
  }

  private drawSide(side: Side): void {
    const select = this.form.querySelector<HTMLSelectElement>(`select[name="${side}"]`);
    const filter = this.form.querySelector<HTMLInputElement>(`[data-filter="${side}"]`)?.value ?? '';
    const other = this.find(side === 'a' ? 'b' : 'a');
    if (select) select.innerHTML = renderOptions(this.documents, filter.trim(), this.chosen[side], other);
  }

  private async compare(): Promise<void> {
    this.asked += 1;
    const { asked } = this;
    this.result.replaceChildren();
    const problem = this.problem();
    this.say(problem ?? '正在取两份文件的文字……');
    if (problem !== undefined) return;
    const pages = await this.load();
    if (asked !== this.asked) return;
    if (!pages) {
      this.say('文件的文字没有取到。请检查网络，刷新本页再试。');
      return;
    }
    try {
      this.result.innerHTML = this.render(pages);
      this.say('');
    } catch (error) {
      this.fail(error);
    }
  }

  /** The texts of the two documents; undefined if they can't be had, of which the console says more. */
  private async load(): Promise<[a: PageText, b: PageText] | undefined> {
    const { chosen, all } = this;
    try {
      const texts = await this.loadTexts();
      return await Promise.all([texts.loadPage(chosen.a, all), texts.loadPage(chosen.b, all)]);
    } catch (error) {
      console.error(error);
      return undefined;
    }
  }

  /** Why nothing can be compared yet, as a sentence. */
  private problem(): string | undefined {
    const missing = SIDES.find((side) => this.chosen[side] !== '' && !this.find(side));
    if (missing) return `地址里的“${this.chosen[missing]}”不是本库有正文的文件，请另选。`;
    if (this.chosen.a === '' || this.chosen.b === '') return CHOOSE;
    return this.chosen.a === this.chosen.b ? '两边是同一份文件，请另选一份。' : undefined;
  }

  private render(pages: readonly [a: PageText, b: PageText]): string {
    const [a, b] = [this.find('a'), this.find('b')];
    if (!a || !b) throw new Error('nothing chosen');
    const [left, right] = [passagesOf(pages[0]), passagesOf(pages[1])];
    const [ofA, ofB] = describeCompared(described(a), described(b), siteAddress);
    if (a.collection === 'plans' && b.collection === 'summaries')
      return renderReported(findReported(left, right), ofA, ofB);
    if (a.collection === 'summaries' && b.collection === 'plans')
      return renderReported(findReported(right, left), ofB, ofA);
    return renderComparison(comparePassages(left, right), ofA, ofB);
  }

  /** A fault of the program: no network is to blame. */
  private fail(error: unknown): void {
    console.error(error);
    this.say(FAULT);
  }

  private say(text: string): void {
    this.status.textContent = text;
  }
}

/** The entry as the site's own pages describe the document. */
function described(entry: DocumentEntry): Parameters<typeof describeCompared>[0] {
  const { collection, url, title, docNumber, period, years, completeness } = entry;
  return {
    collection: isCollection(collection) ? collection : 'policies',
    url,
    title,
    docNumber,
    period,
    years: [...years],
    completeness: completeness as LibraryDocument['completeness'],
  };
}

/** Starts the page, if this is the one. */
export function startComparePage(): void {
  const form = document.querySelector<HTMLFormElement>('[data-compare]');
  const result = document.querySelector<HTMLElement>('[data-compare-result]');
  const status = document.querySelector<HTMLElement>('[data-compare-status]');
  if (form && result && status) void new ComparePage(form, result, status).start();
}
