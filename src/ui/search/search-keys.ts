/** Keyboard: arrows move between the box and the hits, Enter opens, Esc goes back to the box and then empties it. */

export interface KeyActions {
  readonly input: HTMLInputElement;
  /** Links in the order in which the arrows pass them. */
  targets(): HTMLElement[];
  /** Empties the box. */
  clear(): void;
}

function move(event: KeyboardEvent, { input, targets }: KeyActions, step: number): void {
  const stops: Array<Element | null> = [input, ...targets()];
  const at = stops.indexOf(document.activeElement);
  const next = stops[at + step];
  if (at === -1 || !(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}

function back(event: KeyboardEvent, { input, clear }: KeyActions): void {
  event.preventDefault();
  if (document.activeElement === input) clear();
  else input.focus();
}

/** Listens within `root`. Keys that belong to an input method are left alone. */
export function listenForKeys(root: HTMLElement, actions: KeyActions): void {
  root.addEventListener('keydown', (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    // A select needs its own arrows.
    if (event.target instanceof HTMLSelectElement) return;
    if (event.key === 'ArrowDown') move(event, actions, 1);
    else if (event.key === 'ArrowUp') move(event, actions, -1);
    else if (event.key === 'Escape') back(event, actions);
  });
}
