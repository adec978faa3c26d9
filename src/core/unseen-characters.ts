const UNSEEN = /(?![\n\t])[\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Cs}/gu;

/**
 * A text with � for each control, mark that turns the direction of text, and half of a surrogate pair, with which a
 * hostile text could forge a report. Line feeds and tabs stay.
 */
export function showUnseen(text: string): string {
  return text.replace(UNSEEN, '\uFFFD');
}
