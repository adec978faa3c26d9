import { fieldLink, type OpenField } from './fields.ts';
import type { OpenParagraph } from './reader.ts';
import { quote } from './report.ts';

/** Addresses that a page may lead to. */
const WEB = /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@)/i;

/** An address as a page may have it; what is none is reported, unless it stays within the document. */
export function reportLink(target: string, { reader, number }: OpenParagraph): string | undefined {
  const address = target.trim();
  if (WEB.test(address)) return address;
  if (address !== '' && !address.startsWith('#'))
    reader.report.add('lost', number, '链接', `链接没有保留：“${quote(address)}”不是网址，文字照录`);
  return undefined;
}

/** The link that text in the results of fields is part of. */
export function linkInForce(fields: readonly OpenField[]): string | undefined {
  const links = fields.map(({ code, phase }) => (phase === 'result' ? fieldLink(code)?.trim() : undefined));
  return links.findLast((link) => link !== undefined && WEB.test(link));
}
