/** Brings the statuses on a page in line with the reader's own day: the page was made as of an earlier one. */
import { deadWord, isDead, statusTone } from '../../core/status.ts';
import { statusOfDay } from '../../core/status-periods.ts';
import { today as readersDay } from './today.ts';

const today = readersDay();

function refreshLink(link: HTMLElement, status: string): void {
  const dead = isDead(status);
  if (dead === link.classList.contains('ref-dead')) return;
  link.classList.toggle('ref-dead', dead);
  if (dead) {
    // Whatever cites it was there when the page was made, and so before this status began.
    link.dataset['dead'] = `现${deadWord(status)}（引用时有效）`;
    link.title += `，${link.dataset['dead']}`;
  } else {
    link.title = link.title.replace(`，${link.dataset['dead']}`, '');
    delete link.dataset['dead'];
  }
}

for (const element of document.querySelectorAll<HTMLElement>('[data-statuses]')) {
  const status = statusOfDay(element.dataset['statuses'] ?? '', today);
  if (element.tagName === 'A') refreshLink(element, status);
  else if (element.textContent !== status) {
    element.textContent = status;
    element.className = `chip chip-${statusTone(status)}`;
    // Lists are filtered by it.
    const row = element.closest<HTMLElement>('[data-item]');
    if (row) row.dataset['status'] = status;
  }
}

const banners = [...document.querySelectorAll<HTMLElement>('[data-banner-from]')];
const shown = banners.filter(({ dataset }) => (dataset['bannerFrom'] ?? '') <= today).pop();
for (const banner of banners) banner.hidden = banner !== shown || banner.textContent?.trim() === '';
