const SPECIAL = /[&<>"']/;

/** Escapes text for the content and the attribute values of HTML and XML. */
export function escapeHtml(text: string): string {
  // Most texts have nothing to escape, and one look costs less than five.
  if (!SPECIAL.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
