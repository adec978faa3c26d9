/** The panel that says what is wrong with what was to be saved, or what the check says of what was saved. */

/** Shows a report in place of the one before. `bad` is read out at once. */
export function showReport(heading: string, lines: readonly string[], bad: boolean): void {
  closeReport();
  const panel = document.createElement('section');
  panel.className = `report ${bad ? 'report-bad' : 'report-good'}`;
  panel.dataset['report'] = bad ? 'bad' : 'good';
  panel.setAttribute('role', bad ? 'alert' : 'status');
  const title = document.createElement('h2');
  title.textContent = heading;
  const list = document.createElement('ul');
  list.append(
    ...lines.map((line) => {
      const item = document.createElement('li');
      item.textContent = line;
      return item;
    }),
  );
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = '知道了';
  close.addEventListener('click', closeReport);
  panel.append(title, ...(lines.length > 0 ? [list] : []), close);
  document.body.append(panel);
}

/** Takes the report away, if there is one. */
export function closeReport(): void {
  document.querySelector('[data-report]')?.remove();
}
