/** The page was made as of the library's newest day: tells a reader of a later one which columns have gone stale since. */
import { today as readersDay } from './today.ts';

const today = readersDay();
for (const cell of document.querySelectorAll<HTMLElement>('[data-stale-from]')) {
  if (today > (cell.dataset['staleFrom'] ?? '')) cell.textContent = `更新不及时（到今天 ${today}）`;
}
