/** What every page shares: the display settings and the way to search by `/` or Ctrl K. */

const root = document.documentElement;
const KEY = 'display';

interface Display {
  theme: string;
  text: string;
  face: string;
}

function readDisplay(): Display {
  const defaults = { theme: 'auto', text: 'normal', face: 'sans' };
  try {
    return { ...defaults, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Display>) };
  } catch {
    // Storage is closed to us or holds something else: the defaults do.
    return defaults;
  }
}

function applyDisplay(display: Display): void {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset['theme'] = display.theme === 'auto' ? (dark ? 'dark' : 'light') : display.theme;
  root.dataset['text'] = display.text;
  root.dataset['face'] = display.face;
}

function setUpDisplay(panel: HTMLDetailsElement): void {
  const form = panel.querySelector('form');
  const display = readDisplay();
  for (const input of panel.querySelectorAll('input')) {
    input.checked = display[input.name as keyof Display] === input.value;
  }
  form?.addEventListener('change', (event) => {
    const input = event.target as HTMLInputElement;
    display[input.name as keyof Display] = input.value;
    applyDisplay(display);
    try {
      localStorage.setItem(KEY, JSON.stringify(display));
    } catch {
      // Private browsing: the choice lasts for this page only.
    }
  });
  document.addEventListener('click', (event) => {
    if (!panel.contains(event.target as Node)) panel.open = false;
  });
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    panel.open = false;
    panel.querySelector('summary')?.focus();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => applyDisplay(display));
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  );
}

/** `/` and Ctrl K lead to the page's own search box, or to the search page. */
function goToSearch(event: KeyboardEvent): void {
  const slash =
    event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
  const ctrlK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
  if (!slash && !ctrlK) return;
  event.preventDefault();
  const box = document.querySelector<HTMLInputElement>('input[type="search"][name="q"]');
  if (box) {
    box.focus();
    box.select();
  } else {
    document.querySelector<HTMLAnchorElement>('a[aria-keyshortcuts]')?.click();
  }
}

const panel = document.querySelector<HTMLDetailsElement>('[data-display]');
if (panel) setUpDisplay(panel);
document.addEventListener('keydown', goToSearch);
