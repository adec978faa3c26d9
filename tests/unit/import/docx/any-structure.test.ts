import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unaccounted } from '../../../../src/import/account.ts';
import { readDocx } from '../../../../src/import/docx/read-docx.ts';
import { docx, field, p, relationship } from '../../../support/docx-builder.ts';

/** Elements that a body may hold, whether Word would put them there or not. */
const NAMES = [
  ...['w:p', 'w:r', 'w:tbl', 'w:tr', 'w:tc', 'w:sdt', 'w:sdtContent', 'w:hyperlink', 'w:smartTag'],
  ...[
    'w:ins',
    'w:del',
    'w:moveFrom',
    'w:moveTo',
    'w:ruby',
    'w:rt',
    'w:rubyBase',
    'w:customXml',
    'w:fldSimple',
  ],
  ...['w:drawing', 'w:pict', 'w:txbxContent', 'w:object'],
  ...[
    'm:oMath',
    'm:oMathPara',
    'm:f',
    'm:num',
    'm:den',
    'm:r',
    'm:sSup',
    'm:e',
    'm:sup',
    'm:d',
    'm:m',
    'm:mr',
  ],
  ...['w:unknown', 'wps:txbx', 'v:textbox', 'w:bdo'],
];
const alternatives = (one: string, two: string): string =>
  `<mc:AlternateContent><mc:Choice>${one}</mc:Choice><mc:Fallback>${two}</mc:Fallback></mc:AlternateContent>`;
const LEAVES = [
  ...['<w:br/>', '<w:tab/>', '<w:footnoteReference w:id="1"/>', '<w:commentReference w:id="1"/>'],
  ...['begin', 'separate', 'end'].map((kind) => `<w:fldChar w:fldCharType="${kind}"/>`),
  ...['<w:instrText>TOC</w:instrText>', '<w:instrText>PAGE</w:instrText>', '<w:delText>删</w:delText>'],
  ...[
    '<w:vMerge/>',
    '<w:showingPlcHdr/>',
    '<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>',
    '<w:rPr><w:vanish/></w:rPr>',
  ],
  ...[
    '<w:tcPr><w:vMerge/><w:gridSpan w:val="2"/></w:tcPr>',
    '<w:tcPr><w:hMerge/></w:tcPr>',
    '<w:trPr><w:del/></w:trPr>',
  ],
  field('EQ \\o\\ac(○,三)', ''),
];

let word = 0;
const text = fc.constantFrom('w:t', 'm:t', 'w:t').map((name) => {
  word = (word + 1) % 2000;
  return `<${name}>${String.fromCharCode(0x4e00 + word)}</${name}>`;
});
const { xml } = fc.letrec<{ xml: string; element: string }>((tie) => ({
  xml: fc.oneof(
    { maxDepth: 7, withCrossShrink: true },
    text,
    fc.constantFrom(...LEAVES),
    tie('element'),
    tie('element'),
    fc.tuple(tie('xml'), tie('xml')).map(([one, two]) => alternatives(one, two)),
  ),
  element: fc
    .tuple(fc.constantFrom(...NAMES), fc.array(tie('xml'), { maxLength: 5 }))
    .map(([name, children]) => `<${name}>${children.join('')}</${name}>`),
}));

describe('a Word file of any structure', () => {
  it('is read without an error, every Han character in it accounted for', () => {
    fc.assert(
      fc.property(fc.array(xml, { minLength: 1, maxLength: 12 }), (blocks) => {
        const bytes = docx({
          body: blocks.join(''),
          footnotes: `<w:footnote w:id="1">${p('脚注')}</w:footnote>`,
          comments: `<w:comment w:id="1">${p('批注')}</w:comment>`,
          relationships: relationship('i', 'image', 'media/none.png'),
        });
        const read = readDocx(bytes);
        if (!read.ok) {
          expect(read.reason).toContain('没有文字');
          return;
        }
        expect(unaccounted(read.manuscript)).toEqual([]);
      }),
      { seed: 9704, numRuns: 400 },
    );
  });
});
