/** No quotation of whole paragraphs is longer; beyond that a mark is lost, which unbalanced-marks reports. */
const LONGEST = 400;

/**
 * Indexes of the passages that stand inside a quotation which began in an earlier one, such as the articles that a
 * decision amends. Each of them may open the quotation anew (GB/T 15834, on 引号).
 */
export function quotedPassages(texts: readonly string[]): Set<number> {
  const quoted = new Set<number>();
  for (let index = 0; index < texts.length; index++) {
    const end = balance(texts[index] ?? '') > 0 ? endOfQuotation(texts, index) : undefined;
    if (end === undefined) continue;
    for (let inside = index + 1; inside <= end; inside++) quoted.add(inside);
    index = end;
  }
  return quoted;
}

/** The passage in which a quotation that opens in `from` closes; undefined when none does. */
function endOfQuotation(texts: readonly string[], from: number): number | undefined {
  let open = balance(texts[from] ?? '');
  for (let index = from + 1; index < Math.min(texts.length, from + LONGEST); index++) {
    const text = texts[index] ?? '';
    open += balance(text) - (/^\s*“/.test(text) ? 1 : 0);
    if (open <= 0) return index;
  }
  return undefined;
}

function balance(text: string): number {
  if (!/[“”]/.test(text)) return 0;
  let open = 0;
  for (const char of text) open += char === '“' ? 1 : char === '”' ? -1 : 0;
  return open;
}
