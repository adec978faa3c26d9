import { formatDocNumber, parseDocNumber } from '../../core/docnumber.ts';

/**
 * Resolves /n/<a document number in any disguise>/ in the browser: the static pages are those of canonical numbers.
 * A number that no page knows is said to be unknown, with a search for it; nothing is guessed.
 */
async function resolve(base: string): Promise<void> {
  const path = decodePath(location.pathname);
  const prefix = `${base}n/`;
  if (path === undefined || !path.startsWith(prefix)) return;
  const typed = path.slice(prefix.length).replace(/\/+$/, '');
  const parsed = parseDocNumber(typed);
  if (!parsed) return;
  const canonical = formatDocNumber(parsed);
  const response = await fetch(`${base}api/numbers.json`);
  const numbers = response.ok ? ((await response.json()) as Record<string, { url: string }>) : {};
  const known = numbers[canonical];
  if (known) {
    location.replace(known.url);
    return;
  }
  const text = document.querySelector('[data-not-found-text]');
  if (text) text.textContent = `本库没有 ${canonical}，库中文件也没有引用过它。`;
  const box = document.querySelector<HTMLInputElement>('[data-not-found] input[name="q"]');
  if (box) box.value = canonical;
}

function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    // A malformed % sequence: an ordinary wrong address.
    return undefined;
  }
}

void resolve(document.documentElement.dataset['base'] ?? '/');
