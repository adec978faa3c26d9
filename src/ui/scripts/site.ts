/** What every page shares: the display settings and the way to search by `/` or Ctrl K. */

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
panel?.addEventListener('toggle', () => {
  if (!panel.open) return;
  void import('./display.ts').then(
    ({ openDisplay }) => openDisplay(panel),
    // Out of reach for now: closed again, the panel can be asked for once more.
    () => panel.removeAttribute('open'),
  );
});
document.addEventListener('keydown', goToSearch);
