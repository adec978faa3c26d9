/** The search page's place in the browser's history: its address, how far the reader had come. */
import { type SearchState, writeState } from './search-state.ts';

/** What the history keeps of a view. */
interface Kept {
  /** Hits listed. */
  readonly shown: number;
  /** Pixels from the top. */
  readonly scroll: number;
}

function addressOf(state: SearchState): string {
  return window.location.pathname + writeState(state);
}

/** Makes the address that of `state` as a new step, which the back button undoes. */
export function pushAddress(state: SearchState): void {
  const address = addressOf(state);
  if (address !== window.location.pathname + window.location.search) {
    window.history.pushState(null, '', address);
  }
}

/** Makes the address that of `state` without a new step. */
export function replaceAddress(state: SearchState): void {
  window.history.replaceState(null, '', addressOf(state));
}

/** Leaves in the history how far the reader has come. */
export function keepPlace(shown: number): void {
  const kept: Kept = { shown, scroll: window.scrollY };
  window.history.replaceState(kept, '');
}

/** How far the reader had come, when this view was left before. */
export function readPlace(): Kept | undefined {
  const kept: unknown = window.history.state;
  return isKept(kept) ? kept : undefined;
}

function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'shown' in value && 'scroll' in value;
}
