import { ownValue } from '../own-value.ts';
import { hanCharacters } from '../verify.ts';
import { raised } from './symbols.ts';
import { attribute, child, elements, ownText, plainText, type XmlElement } from './xml.ts';

/** A formula of Office MathML on one line: (a+b)/(c), x², √(x). All its characters are there, in reading order. */
export function wholeMathText(formula: XmlElement): string {
  const text = mathText(formula);
  const plain = plainText(formula);
  // A formula that is put together in another way than Word does it is at least read through.
  return hanCharacters(text).length === hanCharacters(plain).length ? text : plain;
}

function mathText(element: XmlElement): string {
  const write = ownValue(WRITERS, element.name);
  if (write) return write(element);
  return elements(element).map(mathText).join('');
}

type Writer = (element: XmlElement) => string;

const part = (element: XmlElement, name: string): string => {
  const found = child(element, `m:${name}`);
  return found ? elements(found).map(mathText).join('') : '';
};

const property = (element: XmlElement, of: string, name: string): string | undefined =>
  attribute(child(element, `m:${of}`, `m:${name}`), 'm:val');

const WRITERS: Record<string, Writer> = {
  'm:t': ownText,
  'w:t': ownText,
  'w:tab': () => ' ',
  'w:br': () => ' ',
  'w:delText': () => '',
  'w:del': () => '',
  'w:instrText': () => '',
  'm:f': (fraction) => `${bracketed(part(fraction, 'num'))}/${bracketed(part(fraction, 'den'))}`,
  'm:sSup': (power) => part(power, 'e') + script(part(power, 'sup'), 'super'),
  'm:sSub': (index) => part(index, 'e') + script(part(index, 'sub'), 'sub'),
  'm:sSubSup': (both) =>
    part(both, 'e') + script(part(both, 'sub'), 'sub') + script(part(both, 'sup'), 'super'),
  'm:rad': (root) => {
    const degree = part(root, 'deg');
    const sign = { '': '√', '2': '√', '3': '∛', '4': '∜' }[degree] ?? `${script(degree, 'super')}√`;
    return sign + bracketed(part(root, 'e'));
  },
  'm:nary': (sum) =>
    (property(sum, 'naryPr', 'chr') ?? '∫') +
    script(part(sum, 'sub'), 'sub') +
    script(part(sum, 'sup'), 'super') +
    part(sum, 'e'),
  'm:d': (group) => {
    const inner = elements(group).filter(({ name }) => name === 'm:e');
    const between = property(group, 'dPr', 'sepChr') ?? '|';
    const text = inner.map((each) => elements(each).map(mathText).join('')).join(between);
    return (property(group, 'dPr', 'begChr') ?? '(') + text + (property(group, 'dPr', 'endChr') ?? ')');
  },
  'm:m': (matrix) => {
    const rows = elements(matrix).filter(({ name }) => name === 'm:mr');
    return rows.map((row) => elements(row).map(mathText).join(', ')).join('; ');
  },
  'm:eqArr': (array) =>
    elements(array)
      .filter(({ name }) => name === 'm:e')
      .map(mathText)
      .join('; '),
};

function script(text: string, position: 'super' | 'sub'): string {
  if (text === '') return '';
  return raised(text, position) ?? (position === 'super' ? '^' : '_') + bracketed(text);
}

/** Brackets around what is more than one number or letter. */
function bracketed(text: string): string {
  return /^(?:[\d.]+|[^\s\d]?)$/u.test(text) ? text : `(${text})`;
}
