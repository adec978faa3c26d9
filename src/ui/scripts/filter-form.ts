/** What the filters of a list and of the register share: their form and the address say the same. */

/** Puts what the address asks into the form; what a field doesn't offer is left out. */
export function fillForm(form: HTMLFormElement): void {
  const asked = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) continue;
    field.value = asked.get(field.name) ?? '';
    if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = '';
  }
}

/** Puts what is asked into the address, field by field in the order of the query; what isn't asked is left out. */
export function keepInAddress(query: object): void {
  const asked = new URLSearchParams();
  for (const [field, value] of Object.entries(query)) if (value !== '') asked.set(field, String(value));
  const words = asked.toString();
  const search = words === '' ? '' : `?${words}`;
  if (search !== location.search) history.replaceState(history.state, '', location.pathname + search);
}

/** Empties the form and gives it the focus. Not `reset`: that would bring back what the browser restored. */
export function clearForm(form: HTMLFormElement): void {
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select'))
    field.value = '';
  form.querySelector('input')?.focus();
}
