/** /n/: leads from a typed number to its page. What is asked stands in the address, ?q=. */
import { REMEDY } from '../search/remedy.ts';
import { lookUp, showAnswer } from './number-answer.ts';
import { readTyped } from './typed-number.ts';

async function answer(typed: string, place: HTMLElement): Promise<void> {
  try {
    showAnswer(await lookUp(typed), place);
  } catch {
    place.textContent = `没能读到文号表。${REMEDY}`;
  }
}

function setUp(form: HTMLFormElement, place: HTMLElement): void {
  const box = form.querySelector('input');
  if (!box) return;
  const asked = /[?&]q=([^&]*)/.exec(location.search)?.[1];
  if (asked !== undefined) {
    box.value = readTyped(asked);
    if (box.value !== '') void answer(box.value, place);
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const typed = box.value.trim();
    if (typed === '') return place.replaceChildren();
    history.replaceState(history.state, '', `${location.pathname}?q=${encodeURIComponent(typed)}`);
    void answer(typed, place);
  });
}

const form = document.querySelector<HTMLFormElement>('[data-number-form]');
const place = document.querySelector<HTMLElement>('[data-number-answer]');
if (form && place) setUp(form, place);
