/**
 * Gives the page the rules for what a script adds to it. A page that forbids styles in the markup allows these; browsers
 * without constructed sheets (Safari before 16.4) get an element.
 */
export function addStyles(css: string): void {
  if ('adoptedStyleSheets' in document) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return;
  }
  const style = (document as Document).createElement('style');
  style.textContent = css;
  (document as Document).head.append(style);
}
