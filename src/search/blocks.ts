/** What makes a block of text: shared by the index builder and by highlighting in the page. */

/** Elements that stand inside a line of text; every other element begins and ends a block. */
export const INLINE: ReadonlySet<string> = new Set(
  (
    'a abbr b bdi bdo br cite code data del dfn em font i img ins kbd label mark nobr q rb ruby s samp small span ' +
    'strike strong sub sup time tt u var wbr'
  ).split(' '),
);
/** Elements whose content a reader doesn't read as text. */
export const SKIPPED: ReadonlySet<string> = new Set(
  'button datalist noscript object rp rt script select style svg template textarea'.split(' '),
);
