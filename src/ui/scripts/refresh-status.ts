/** Brings the statuses on a page in line with the reader's own day: the page was made as of an earlier one. */
import { deadWord } from '../../core/citing-standing.ts';
import type { StatusPeriod } from '../../core/settle-status.ts';
import { isDead, statusTone } from '../../core/status.ts';

const now = new Date();
const pad = (part: number): string => String(part).padStart(2, '0');
const today = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;

/** `from` is the first day, empty for always; the last that has begun holds. */
function current<Period extends { from: string | null }>(periods: readonly Period[]): Period | undefined {
  return periods.filter(({ from }) => (from ?? '') <= today).pop();
}

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
  const period = current(JSON.parse(element.dataset['statuses'] ?? '[]') as StatusPeriod[]);
  if (!period) continue;
  if (element.tagName === 'A') refreshLink(element, period.status);
  else if (element.textContent !== period.status) {
    element.textContent = period.status;
    element.className = `chip chip-${statusTone(period.status)}`;
    // Lists are filtered by it.
    const row = element.closest<HTMLElement>('[data-item]');
    if (row) row.dataset['status'] = period.status;
  }
}

const banners = [...document.querySelectorAll<HTMLElement>('[data-banner-from]')];
const shown = current(banners.map((banner) => ({ banner, from: banner.dataset['bannerFrom'] ?? '' })));
for (const banner of banners) banner.hidden = banner !== shown?.banner || banner.textContent?.trim() === '';
