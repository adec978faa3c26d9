/** Filters the list on the page by text and by the chosen values; groups left empty are hidden with their heading. */

const FIELDS = ['year', 'issuer', 'completeness', 'status'];

/** Width and case don't matter when a title or number is typed, nor which brackets. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[[【〈<{(]/g, '〔')
    .replace(/[\]】〉>})]/g, '〕')
    .replace(/\s+/g, '');
}

function matches(item: HTMLElement, wanted: FormData): boolean {
  const text = plain(String(wanted.get('text') ?? ''));
  if (text && !plain(item.textContent ?? '').includes(text)) return false;
  return FIELDS.every((field) => {
    const value = String(wanted.get(field) ?? '');
    const own = item.dataset[field] ?? '';
    return value === '' || (field === 'year' ? own.split(' ') : [own]).includes(value);
  });
}

function setUp(form: HTMLFormElement): void {
  const output = form.querySelector('output');
  const items = [...document.querySelectorAll<HTMLElement>('[data-item]')];
  const apply = (): void => {
    const wanted = new FormData(form);
    const shown = items.filter((item) => {
      item.hidden = !matches(item, wanted);
      return !item.hidden;
    });
    for (const group of document.querySelectorAll<HTMLElement>('[data-group]')) {
      group.hidden = !group.querySelector('[data-item]:not([hidden])');
    }
    if (output)
      output.textContent = shown.length === items.length ? '' : `显示 ${shown.length} / ${items.length} 份`;
  };
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  // A browser that restores the form on going back restores the view with it.
  apply();
}

const form = document.querySelector<HTMLFormElement>('[data-list-filter]');
if (form) setUp(form);
