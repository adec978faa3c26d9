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
import { describeCompared } from './compared-document.ts';
import { passagesOf } from './passages-of.ts';
import { renderComparison } from './render-comparison.ts';
import { renderReported } from './render-reported.ts';

const SIDES = ['a', 'b'] as const;
type Side = (typeof SIDES)[number];
type Chosen = Record<Side, string>;

/** What the page takes from `/search/api.js`. */
interface TextSource {
  loadPage(id: string): Promise<PageText>;
}

class ComparePage {
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
      this.documents = comparable(JSON.parse(new TextDecoder().decode(list)));
    } catch {
      this.say('文件目录没有取到。请检查网络，刷新本页再试。');
      return;
    }
    this.restore();
  }

  private restore(): void {
    const asked = new URLSearchParams(location.search);
    this.chosen = { a: asked.get('a') ?? '', b: asked.get('b') ?? '' };
    this.draw();
    void this.compare();
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
    this.draw();
    void this.compare();
  }

  private find(side: Side): DocumentEntry | undefined {
    return this.documents.find(({ id }) => id === this.chosen[side]);
  }

  private draw(): void {
    for (const side of SIDES) {
      const select = this.form.querySelector<HTMLSelectElement>(`select[name="${side}"]`);
      const filter = this.form.querySelector<HTMLInputElement>(`[data-filter="${side}"]`)?.value ?? '';
      const other = this.find(side === 'a' ? 'b' : 'a');
      if (select) select.innerHTML = renderOptions(this.documents, filter.trim(), this.chosen[side], other);
    }
  }

  private async compare(): Promise<void> {
    this.asked += 1;
    const { asked } = this;
    this.result.replaceChildren();
    const problem = this.problem();
    this.say(problem ?? '正在取两份文件的文字……');
    if (problem !== undefined) return;
    try {
      const html = await this.render();
      if (asked !== this.asked) return;
      this.result.innerHTML = html;
      this.say('');
    } catch {
      if (asked === this.asked) this.say('文件的文字没有取到。请检查网络，刷新本页再试。');
    }
  }

  /** Why nothing can be compared yet, as a sentence. */
  private problem(): string | undefined {
    const missing = SIDES.find((side) => this.chosen[side] !== '' && !this.find(side));
    if (missing) return `地址里的“${this.chosen[missing]}”不是本库有正文的文件，请另选。`;
    if (this.chosen.a === '' || this.chosen.b === '') return '选定两份文件，就在下面逐条对照。';
    return this.chosen.a === this.chosen.b ? '两边是同一份文件，请另选一份。' : undefined;
  }

  private async render(): Promise<string> {
    const [a, b] = [this.find('a'), this.find('b')];
    if (!a || !b) throw new Error('nothing chosen');
    const texts = await this.loadTexts();
    const pages = await Promise.all([texts.loadPage(a.id), texts.loadPage(b.id)]);
    const [left, right] = pages.map(passagesOf);
    const [ofA, ofB] = describeCompared(described(a), described(b), siteAddress);
    if (a.collection === 'plans' && b.collection === 'summaries')
      return renderReported(findReported(left ?? [], right ?? []), ofA, ofB);
    if (a.collection === 'summaries' && b.collection === 'plans')
      return renderReported(findReported(right ?? [], left ?? []), ofB, ofA);
    return renderComparison(comparePassages(left ?? [], right ?? []), ofA, ofB);
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
