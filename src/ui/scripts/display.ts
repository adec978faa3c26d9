/**
 * The display settings in the masthead, fetched when they are first opened: what is chosen is kept in the browser and
 * shown by attributes of the root, which the style sheets read. Base.astro brings back what is kept before the first
 * paint, and keeps the page in step with what is chosen elsewhere.
 */
import displayStyles from '../styles/display.css?inline';
import { addStyles } from './add-styles.ts';

/** The first of each is what holds where nothing was chosen. */
const CHOICES: readonly { name: string; legend: string; options: Readonly<Record<string, string>> }[] = [
  { name: 'theme', legend: '明暗', options: { auto: '随系统', light: '亮', dark: '暗' } },
  { name: 'text', legend: '字号', options: { normal: '标准', large: '大', huge: '特大' } },
  { name: 'face', legend: '正文字体', options: { sans: '黑体', song: '宋体' } },
];
const KEY = 'display';

type Choices = Record<string, string>;

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

function makeForm(): HTMLFormElement {
  const fieldsets = CHOICES.map(({ name, legend, options }) =>
    make(
      'fieldset',
      {},
      make('legend', {}, legend),
      ...Object.entries(options).map(([value, label], index) =>
        make(
          'label',
          {},
          make('input', { type: 'radio', name, value, defaultChecked: index === 0 }),
          make('span', {}, label),
        ),
      ),
    ),
  );
  const reset = make('button', { className: 'button', type: 'reset' }, '恢复默认');
  const status = make('p');
  status.setAttribute('aria-live', 'polite');
  return make('form', { autocomplete: 'off' }, ...fieldsets, reset, status);
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
  const chosen = Object.fromEntries(new FormData(form)) as Choices;
  let scope = '已保存，各页相同。';
  try {
    localStorage.setItem(KEY, JSON.stringify(chosen));
  } catch {
    // Private browsing, or a view inside another program that keeps nothing.
    scope = '浏览器不让保存，只在本页有效。';
  }
  const { theme, ...rest } = chosen;
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const own = theme === 'auto' ? (dark ? 'dark' : 'light') : theme;
  Object.assign(document.documentElement.dataset, rest, { theme: own });
  const status = form.querySelector('p');
  if (status) status.textContent = scope;
}

/** Fills the panel when it is first opened; later it shows what is kept by then. */
export function openDisplay(panel: HTMLDetailsElement): void {
  const made = panel.querySelector('form');
  const form = made ?? makeForm();
  restore(form);
  if (made) return;
  addStyles(displayStyles);
  form.addEventListener('change', () => keep(form));
  // The event comes before the form is as it was.
  form.addEventListener('reset', () => setTimeout(keep, 0, form));
  panel.append(form);
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
