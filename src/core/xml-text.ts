/**
 * A text without the controls, lone surrogates and non-characters that XML 1.0 (§2.2) forbids even when escaped: one of
 * them makes the whole file unreadable.
 */
export function xmlText(text: string): string {
  return text.toWellFormed().replace(/(?![\t\n\r])[\p{Cc}\p{Noncharacter_Code_Point}]/gu, '');
}
