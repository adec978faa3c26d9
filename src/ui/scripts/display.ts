/**
 * The display settings in the masthead: what is chosen is kept in the browser and shown by attributes of the root, which
 * the style sheets read. Base.astro does the same before the first paint.
 */
const KEY = 'display';
const system = matchMedia('(prefers-color-scheme: dark)');

type Choices = Record<string, string>;

const chosenIn = (form: HTMLFormElement): Choices => Object.fromEntries(new FormData(form)) as Choices;

function apply(form: HTMLFormElement): void {
  const { theme, ...rest } = chosenIn(form);
  const own = theme === 'auto' ? (system.matches ? 'dark' : 'light') : theme;
  Object.assign(document.documentElement.dataset, rest, { theme: own });
}

/** Puts into the form what is kept; where storage is closed to us or holds something else, the form stays as it is. */
function restore(form: HTMLFormElement): void {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Choices;
    for (const input of form.querySelectorAll('input'))
      if (kept[input.name] === input.value) input.checked = true;
  } catch {}
}

/** Shows and keeps what the form says, and says so, also to a screen reader. */
function keep(form: HTMLFormElement): void {
  let scope = '已保存，各页相同。';
  apply(form);
  try {
    localStorage.setItem(KEY, JSON.stringify(chosenIn(form)));
  } catch {
    // Private browsing, or a view inside another program that keeps nothing.
    scope = '浏览器不让保存，只在本页有效。';
  }
  const status = form.querySelector('p');
  if (status) status.textContent = scope;
}

/** Makes the panel work, and keeps the page in step with what is chosen elsewhere. */
export function setUpDisplay(panel: HTMLDetailsElement, form: HTMLFormElement): void {
  const refresh = (): void => {
    restore(form);
    apply(form);
  };
  // Another window, the system, or a later page from which the reader comes back may have chosen otherwise.
  addEventListener('storage', refresh);
  addEventListener('pageshow', refresh);
  system.addEventListener('change', refresh);
  form.addEventListener('change', () => keep(form));
  // The event comes before the form is as it was.
  form.addEventListener('reset', () => setTimeout(keep, 0, form));
  // Esc closes the panel, and so does all that leads elsewhere: it must not lie over what has the focus.
  const leave = ({ target }: Event): void => {
    if (!panel.contains(target as Node)) panel.open = false;
  };
  document.addEventListener('click', leave);
  document.addEventListener('focusin', leave);
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !panel.open) return;
    event.preventDefault();
    panel.open = false;
    panel.querySelector('summary')?.focus();
  });
}
