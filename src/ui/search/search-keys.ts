/**
 * Keyboard: up and down between the box, the row of suggested terms and the hits; left and right within that row; Enter
 * opens; Esc takes the row away, else goes back to the box, else empties it.
 */

export interface KeyActions {
  readonly input: HTMLInputElement;
  /** Links of the row below the box. */
  row(): HTMLElement[];
  /** Takes the row away. */
  closeRow(): void;
  /** Links in the order in which the arrows pass them. */
  targets(): HTMLElement[];
  /** Empties the box. */
  clear(): void;
}

function goTo(event: KeyboardEvent, element: HTMLElement | undefined): void {
  if (!element) return;
  event.preventDefault();
  element.focus();
  element.scrollIntoView({ block: 'nearest' });
}

const hasFocus = (element: HTMLElement): boolean => element === document.activeElement;

function moveBetweenRows(event: KeyboardEvent, { input, row, targets }: KeyActions, step: number): void {
  const stops = [[input], row(), ...targets().map((target) => [target])].filter((stop) => stop.length > 0);
  const at = stops.findIndex((stop) => stop.some(hasFocus));
  if (at !== -1) goTo(event, stops[at + step]?.[0]);
}

function moveWithinRow(event: KeyboardEvent, { row }: KeyActions, step: number): void {
  const links = row();
  const at = links.findIndex(hasFocus);
  if (at !== -1) goTo(event, links[at + step]);
}

function back(event: KeyboardEvent, { input, row, closeRow, clear }: KeyActions): void {
  event.preventDefault();
  const inRow = row().some(hasFocus);
  if (inRow || (row().length > 0 && hasFocus(input))) {
    closeRow();
    input.focus();
  } else if (hasFocus(input)) clear();
  else input.focus();
}

const MOVES: Readonly<Record<string, (event: KeyboardEvent, actions: KeyActions) => void>> = {
  ArrowDown: (event, actions) => moveBetweenRows(event, actions, 1),
  ArrowUp: (event, actions) => moveBetweenRows(event, actions, -1),
  ArrowRight: (event, actions) => moveWithinRow(event, actions, 1),
  ArrowLeft: (event, actions) => moveWithinRow(event, actions, -1),
  Escape: back,
};

/** Listens within `root`. Keys that belong to an input method are left alone. */
export function listenForKeys(root: HTMLElement, actions: KeyActions): void {
  root.addEventListener('keydown', (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    // A select needs its own arrows.
    if (event.target instanceof HTMLSelectElement) return;
    MOVES[event.key]?.(event, actions);
  });
}
