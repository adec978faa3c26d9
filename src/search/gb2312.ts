/** The Han characters of GB 2312-80, which every browser can list. */

/** First byte of row 0, were there one; the standard counts rows and cells from 1. */
const BEFORE_ROWS = 0xa0;
const FIRST_CELL = 0xa1;
const LAST_CELL = 0xfe;
const HAN = /\p{Script=Han}/u;

/** The Han characters in rows `first` to `last`, in the standard's order. It has such in rows 16 to 87. */
export function gb2312Characters(first: number, last: number): string[] {
  const bytes: number[] = [];
  for (let row = first; row <= last; row++) {
    for (let cell = FIRST_CELL; cell <= LAST_CELL; cell++) bytes.push(BEFORE_ROWS + row, cell);
  }
  // A decoder puts private characters where cells are empty, as five are at the end of row 55.
  return [...new TextDecoder('gbk').decode(new Uint8Array(bytes))].filter((character) => HAN.test(character));
}
