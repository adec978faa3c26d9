/**
 * Resolves /n/<a document number in any disguise>/ in the browser: the static pages are those of canonical numbers.
 * What may be meant is offered, nothing is guessed.
 */
import type { NumberAnswer } from '../../core/number-lookup.ts';
import { lookUp, showAnswer } from './number-answer.ts';
import { readTyped } from './typed-number.ts';

const TITLES: Partial<Record<NumberAnswer['kind'], string>> = {
  choice: '是哪一个文号？',
  unknown: '没有这个文号',
};

async function resolve(base: string): Promise<void> {
  const prefix = `${base}n/`;
  const { pathname, search, hash } = location;
  if (!pathname.toLowerCase().startsWith(prefix.toLowerCase())) return;
  // Some programs write ? for brackets that they don't know: then what follows belongs to the number.
  const query = search.includes('=') ? search : '';
  const typed = readTyped(pathname.slice(prefix.length) + (query === '' ? search : ''));
  const place = document.querySelector<HTMLElement>('[data-not-found-text]');
  if (typed === '' || !place) return;
  const box = document.querySelector<HTMLInputElement>('[data-not-found] input[name="q"]');
  if (box) box.value = typed;
  const answer = await lookUp(typed);
  showAnswer(answer, place, query + hash);
  const title = document.querySelector('[data-not-found] h1');
  if (title && TITLES[answer.kind]) title.textContent = TITLES[answer.kind] ?? '';
  if (box && answer.kind === 'unknown') box.value = answer.canonical;
}

// Without the list of numbers the page says what it says of any wrong address.
void resolve(document.documentElement.dataset['base'] ?? '/').catch(() => undefined);
