/** What a parser of HTML knows of elements, as far as following the tags of well-formed pages needs it. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements that have no end. */
export const VOID = words('area base br col embed hr img input link meta source track wbr');
/** Elements whose content is no markup. */
const RAW = words('script style title');
const FOREIGN = words('svg math');
/** Elements for which a parser has rules of its own. */
const SPECIAL = words(
  'textarea iframe noembed noframes plaintext xmp form image basefont command frame isindex keygen param ' +
    'foreignobject desc annotation-xml mi mo mn ms mtext',
);

const HEADINGS = 'h1 h2 h3 h4 h5 h6';
const BLOCKS =
  'p address article aside blockquote details div dl fieldset figcaption figure footer header hr main nav ol pre ' +
  'section table ul';
const CONTROLS = 'select input output button datalist';
const NONE: ReadonlySet<string> = new Set();
/** Which elements end the one that they stand in, though it has no end tag there. */
const ENDED_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['head', words('body')],
  ['p', words(`${BLOCKS} ${HEADINGS}`)],
  ...HEADINGS.split(' ').map((name): [string, ReadonlySet<string>] => [name, words(HEADINGS)]),
  ['a', words('a')],
  ['li', words('li')],
  ['dt', words('dt dd')],
  ['dd', words('dt dd')],
  ['rt', words('rt rp')],
  ['rp', words('rt rp')],
  ['thead', words('td tbody tfoot')],
  ['tbody', words('tbody tfoot')],
  ['tr', words('tr')],
  ['th', words('tr th td')],
  ['td', words('tr td')],
  ['select', words(CONTROLS)],
  ['button', words(CONTROLS)],
  ['datalist', words(CONTROLS)],
  ['optgroup', words(`${CONTROLS} optgroup`)],
  ['option', words(`${CONTROLS} optgroup option`)],
]);

/** An element's rules. */
export interface ElementRules {
  /** One text for all elements of this name. */
  readonly name: string;
  readonly isVoid: boolean;
  readonly isRaw: boolean;
  /** Drawings and formulas, within which a tag may end itself. */
  readonly isForeign: boolean;
  readonly isSpecial: boolean;
  /** Elements that end it when they begin in it. */
  readonly endedBy: ReadonlySet<string>;
}

const known = new Map<string, ElementRules>();

/** The rules of the elements of a name, in lower case. */
export function rulesOf(name: string): ElementRules {
  const found = known.get(name);
  if (found) return found;
  const rules = {
    name,
    isVoid: VOID.has(name),
    isRaw: RAW.has(name),
    isForeign: FOREIGN.has(name),
    isSpecial: SPECIAL.has(name),
    endedBy: ENDED_BY.get(name) ?? NONE,
  };
  known.set(name, rules);
  return rules;
}
