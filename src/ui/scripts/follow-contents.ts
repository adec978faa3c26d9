/**
 * Marks in the contents the heading under which the reader is, keeps it in their sight and names it in the bar that a
 * small screen shows instead.
 */
export function followContents(contents: HTMLElement): void {
  const bar = contents.querySelector('details');
  const here = bar?.querySelector('span');
  if (!bar || !here) return;
  const entries = [...contents.querySelectorAll('a')].flatMap((link) => {
    const heading = document.getElementById(link.hash.slice(1));
    return heading ? [{ link, heading }] : [];
  });
  const mark = (): void => {
    const passed = entries.filter(({ heading }) => heading.getBoundingClientRect().top < innerHeight / 3);
    const at = Math.max(passed.length - 1, 0);
    const steps: (string | null)[] = [];
    for (const { link } of entries) link.removeAttribute('aria-current');
    for (const open of contents.querySelectorAll('.here')) open.className = '';
    let link: HTMLElement | null | undefined = entries[at]?.link;
    link?.setAttribute('aria-current', 'location');
    keepInSight(link, contents.querySelector('ol'));
    // Its chapter, if it is a section of one.
    for (; link; link = link.parentElement?.parentElement?.closest('li')?.querySelector('a')) {
      link.parentElement?.classList.add('here');
      if (at > 0) steps.unshift(link.textContent);
    }
    here.textContent = steps.join(' › ');
    bar.style.setProperty('--read', String(at / (entries.length - 1)));
  };
  // The headings that pass the line of the upper third are all that can change the mark. The margin above takes in
  // the whole page, so that a jump over several headings counts as passing them.
  const observer = new IntersectionObserver(mark, { rootMargin: '1000000px 0px -66% 0px' });
  for (const { heading } of entries) observer.observe(heading);
  bar.addEventListener('toggle', mark);
  contents.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !bar.open) return;
    bar.open = false;
    bar.querySelector('summary')?.focus();
  });
  document.addEventListener('click', ({ target }) => {
    if (!bar.contains(target as Node)) bar.open = false;
  });
}

/** Scrolls the list, never the page. */
function keepInSight(link: HTMLElement | undefined, list: HTMLElement | null): void {
  if (!link || !list) return;
  const [inner, outer] = [link.getBoundingClientRect(), list.getBoundingClientRect()];
  if (inner.top < outer.top || inner.bottom > outer.bottom)
    list.scrollTop += inner.top - outer.top - outer.height / 3;
}
