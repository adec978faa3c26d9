/** A stretch of a text, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

const ADDRESS = /(?:https?:\/\/|www\.)[!-~]*/gi;
const ENDING =
  /\.(?:docx?|xlsx?|pptx?|pdf|ofd|wps|et|dps|txt|csv|jpe?g|png|gif|webp|zip|rar|7z|mp[34]|mdx?|html?)(?![A-Za-z\d])/gi;
/** No file name that a text mentions is longer, and none goes back over one of these. */
const LONGEST_NAME = 60;
const NAME_EDGE = /[\s，。；：、！？《》〈〉“”‘’（【]/;

/** Addresses, file names and formulas in a text: their marks are not punctuation. */
export function technicalSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const { index, 0: address } of text.matchAll(ADDRESS))
    spans.push({ start: index, end: index + address.length });
  for (const { index, 0: ending } of text.matchAll(ENDING)) {
    let start = index;
    while (start > 0 && index - start < LONGEST_NAME && !NAME_EDGE.test(text.charAt(start - 1))) start--;
    spans.push({ start, end: index + ending.length });
  }
  return [...spans, ...formulas(text)];
}

/** Brackets beside a sign of arithmetic: 得分=(实到÷应到)×100. */
function formulas(text: string): Span[] {
  const spans: Span[] = [];
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '(') open.push(at);
    if (char !== ')') continue;
    const start = open.pop();
    if (start === undefined) continue;
    const beside = [
      text.slice(0, start).trimEnd().at(-1),
      text
        .slice(at + 1)
        .trimStart()
        .at(0),
    ];
    if (beside.some((sign) => sign !== undefined && '=＝+＋×÷*/^≈≥≤'.includes(sign)))
      spans.push({ start, end: at + 1 });
  }
  return spans;
}
