import { escapeXml, valued } from './xml.ts';

/** How a run is set, beside its paragraph's style. */
export interface RunLook {
  /** One font for Chinese and Latin alike. */
  font?: string;
  bold?: boolean;
  strike?: boolean;
  /** In half points. */
  size?: number;
  dotted?: boolean;
  position?: 'superscript' | 'subscript';
}

/** A run of text. */
export function textRun(text: string, look?: RunLook): string {
  return run(`<w:t xml:space="preserve">${escapeXml(text)}</w:t>`, look);
}

/** A run around its content, which is XML. The order of its properties is that of the schema (CT_RPr). */
export function run(content: string, look?: RunLook): string {
  const properties = look ? propertiesOf(look) : '';
  return properties === '' ? `<w:r>${content}</w:r>` : `<w:r><w:rPr>${properties}</w:rPr>${content}</w:r>`;
}

function propertiesOf({ font, bold, strike, size, dotted, position }: RunLook): string {
  let xml = font === undefined ? '' : fontOf(font);
  if (bold) xml += '<w:b/><w:bCs/>';
  if (strike) xml += '<w:strike/>';
  if (size !== undefined) xml += sizeOf(size);
  if (dotted) xml += '<w:u w:val="dotted"/>';
  return position ? xml + valued('w:vertAlign', position) : xml;
}

/** One font for Chinese and Latin alike. */
export function fontOf(name: string): string {
  return `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`;
}

/** A size in half points. */
export function sizeOf(size: number): string {
  return `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;
}
