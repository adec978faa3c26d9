import { ascii, join } from './byte-writer.ts';

/** A stretch of text of a made-up PDF, placed from the bottom left corner of the page, in points. */
export interface PdfText {
  text: string;
  x: number;
  y: number;
  size?: number;
  /** Slant in degrees. */
  slant?: number;
}

/** A page of a made-up PDF. */
export interface PdfPageContent {
  texts: PdfText[];
  /** A picture covers it. */
  scanned?: boolean;
  /** Turned clockwise by so many degrees when it is shown. */
  rotate?: number;
  /** A comment on it. */
  comment?: string;
}

const WIDTH = 595;
const HEIGHT = 842;

/** Makes a PDF whose characters are full-width, with a table of their codes unless `coded` is false. */
export function pdfFile(pages: readonly PdfPageContent[], coded = true, encoding = 'Identity-H'): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const stream = (body: string): string => `<< /Length ${body.length} >>\nstream\n${body}\nendstream`;
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  const map = add(stream(codeTable(pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(''))));
  const descriptor = add(
    '<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 /ItalicAngle 0 >>',
  );
  const ordering =
    encoding === 'Identity-H'
      ? '/Registry (Adobe) /Ordering (Identity)'
      : '/Registry (Adobe) /Ordering (GB1)';
  const inner = add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << ${ordering} /Supplement 0 >> /FontDescriptor ${descriptor} 0 R /DW 1000 /W [32 126 500] >>`,
  );
  const toUnicode = coded ? `/ToUnicode ${map} 0 R` : '';
  const font = add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /${encoding} /DescendantFonts [${inner} 0 R] ${toUnicode} >>`,
  );
  const image = add(
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream',
  );
  const kids = pages.map((page) => addPage(page, { add, stream, font, image }));
  objects[1] = `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`;
  return assemble(objects);
}

function addPage(
  { texts, scanned = false, rotate = 0, comment }: PdfPageContent,
  parts: { add(body: string): number; stream(body: string): string; font: number; image: number },
): number {
  const shown = texts.map(showText).join('\n');
  const painted = scanned ? `q ${WIDTH} 0 0 ${HEIGHT} 0 0 cm /I Do Q` : '';
  const content = parts.add(parts.stream(`${painted}\n${shown}`));
  const note =
    comment === undefined
      ? undefined
      : parts.add(`<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents <FEFF${hex(comment)}> >>`);
  const resources = `<< /Font << /F ${parts.font} 0 R >> /XObject << /I ${parts.image} 0 R >> >>`;
  const notes = note === undefined ? '' : `/Annots [${note} 0 R]`;
  return parts.add(
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Rotate ${rotate} /Resources ${resources} /Contents ${content} 0 R ${notes} >>`,
  );
}

function showText({ text, x, y, size = 16, slant = 0 }: PdfText): string {
  const [cos, sin] = [Math.cos((slant * Math.PI) / 180), Math.sin((slant * Math.PI) / 180)];
  const matrix = [cos, sin, -sin, cos, x, y].map((each) => Math.round(each * 1000) / 1000).join(' ');
  return `BT /F ${size} Tf ${matrix} Tm <${hex(text)}> Tj ET`;
}

function hex(text: string): string {
  return Array.from({ length: text.length }, (_, at) =>
    text.charCodeAt(at).toString(16).padStart(4, '0'),
  ).join('');
}

/** Each code stands for the character of the same code. */
function codeTable(text: string): string {
  const codes = [...new Set(hex(text).match(/.{4}/g))];
  const blocks = Array.from({ length: Math.ceil(codes.length / 100) }, (_, index) => {
    const own = codes.slice(index * 100, (index + 1) * 100);
    return `${own.length} beginbfchar\n${own.map((code) => `<${code}> <${code}>`).join('\n')}\nendbfchar`;
  });
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /C def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${blocks.join('\n')}
endcmap end end`;
}

function assemble(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.5\n';
  const places = objects.map((body, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const tail = `trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return join(ascii(`${file}xref\n0 ${size}\n0000000000 65535 f \n${table}${tail}`));
}
