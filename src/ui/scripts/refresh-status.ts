/** Brings the statuses on a page in line with the reader's own day: the page was made as of an earlier one. */
import { isDead, statusTone } from '../../core/status.ts';
import { statusOfDay } from '../../core/status-periods.ts';
import { today as readersDay } from './today.ts';

const today = readersDay();

/** What a link says on hover ends with its mark or with the reservation about its document, if there is one. */
function refreshLink(link: HTMLElement, status: string): void {
  const { statuses = '', deadLater } = link.dataset;
  const [before = ''] = statuses.split(' ');
  if (status === before) return;
  const mark = isDead(status) ? deadLater : statusTone(status) === 'warn' ? status : undefined;
  link.title = link.title.replace(`，${before}`, '') + (mark ? `，${mark}` : '');
  if (mark === undefined || mark !== deadLater) return;
  link.classList.add('ref-dead');
  link.dataset['dead'] = mark;
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
