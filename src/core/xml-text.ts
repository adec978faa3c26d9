/** Code units that most texts have none of: the forbidden ones, and the halves of whatever may be forbidden as a pair. */
const SUSPECT = /[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd]/;

/**
 * A text without the controls, lone surrogates and non-characters that XML 1.0 (§2.2) forbids even when escaped: one of
 * them makes the whole file unreadable.
 */
export function xmlText(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text.toWellFormed().replace(/(?![\t\n\r])[\p{Cc}\p{Noncharacter_Code_Point}]/gu, '');
}
