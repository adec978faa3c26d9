/** What every page shares: the display settings and the way to search by `/` or Ctrl K. */
import { setUpDisplay } from './display.ts';

/** `/` and Ctrl K lead to the page's own search box, or to the search page. */
function goToSearch(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  const ctrl = ctrlKey || metaKey;
  const typing = target instanceof Element && target.matches('input, textarea, select');
  if (ctrl ? key.toLowerCase() !== 'k' : key !== '/' || altKey || typing) return;
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
const form = panel?.querySelector('form');
if (panel && form) setUpDisplay(panel, form);
document.addEventListener('keydown', goToSearch);
