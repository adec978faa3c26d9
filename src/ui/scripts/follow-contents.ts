/** Marks in the contents the heading under which the reader is. On a small screen the contents start folded. */
export function followContents(): void {
  const contents = document.querySelector<HTMLElement>('[data-contents]');
  if (!contents) return;
  const details = contents.querySelector('details');
  if (details && matchMedia('(max-width: 61.99rem)').matches) details.open = false;
  const entries = [...contents.querySelectorAll<HTMLAnchorElement>('a')].flatMap((link) => {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return heading ? [{ link, heading }] : [];
  });
  const mark = (): void => {
    const passed = entries.filter(({ heading }) => heading.getBoundingClientRect().top < innerHeight / 3);
    const current = passed.at(-1) ?? entries[0];
    for (const { link } of entries) {
      if (link === current?.link) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
  };
  // The headings that pass the line of the upper third are all that can change the mark. The margin above takes in
  // the whole page, so that a jump over several headings counts as passing them.
  const observer = new IntersectionObserver(mark, { rootMargin: '1000000px 0px -66% 0px' });
  for (const { heading } of entries) observer.observe(heading);
}
