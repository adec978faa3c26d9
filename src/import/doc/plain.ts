/** What fields show, without what they were asked to show, and without Word's marks: a reading that knows no formatting. */
export function withoutFields(text: string): string {
  let plain = '';
  const open: boolean[] = [];
  for (const char of text) {
    if (char === '\u0013') open.push(false);
    else if (char === '\u0014') open[open.length - 1] = true;
    else if (char === '\u0015') open.pop();
    else if (!open.includes(false)) plain += char < ' ' ? '\n' : char;
  }
  return plain;
}
