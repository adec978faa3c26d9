import { findDocNumbers } from '../../core/docnumber.ts';
import { partText } from './raw.ts';
import type { Reader } from './reader.ts';
import { attribute, descendants, type XmlElement } from './xml.ts';

/** Digits, dashes and what stands around them: — 3 —, 第3页共5页. */
const PAGE_NUMBER = /^(?:[\d\p{P}\p{S}\s]|第|共|页|page|of)*$/iu;

/** What stands in the margins of every page, and each of its texts once. */
export function reportMargins(body: XmlElement, reader: Reader): void {
  const told = new Set<string>();
  for (const [reference, name] of [
    ['w:headerReference', '页眉'],
    ['w:footerReference', '页脚'],
  ] as const) {
    for (const element of descendants(body, reference)) {
      const relationship = reader.file.main.relationships.get(attribute(element, 'r:id') ?? '');
      if (!relationship || relationship.external || told.has(relationship.target)) continue;
      told.add(relationship.target);
      reportMargin(relationship.target, name, reader);
    }
  }
}

function reportMargin(target: string, name: string, { file, report, unwritten }: Reader): void {
  const root = file.root(target);
  if (!root) return;
  const text = partText(file.text(target) ?? '', ['t'])
    .replace(/\s+/g, ' ')
    .trim();
  const watermark = descendants(root, 'v:textpath')
    .map((path) => attribute(path, 'string') ?? '')
    .join(' ');
  unwritten.push(text, watermark);
  report.drop(PAGE_NUMBER.test(text) ? `${name}里的页码` : name, 0, text);
  report.drop('水印', 0, watermark);
  if (findDocNumbers(text).length > 0) {
    const message = `${name}里有发文字号“${text}”，没有收入正文；如是本文的文号，请补到著录项 docNumber`;
    report.add('attention', 0, '页眉里的文号', message);
  }
}
