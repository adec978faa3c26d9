import type { OpenParagraph } from './reader.ts';
import { quote } from './report.ts';

/**
 * Says where a link of the source leads. A page of the library leads only to pages of the library, so its text stays
 * and the link goes. Nothing is lost where the text is itself the address, nor with a way within the document.
 */
export function reportLink(target: string, text: string, { reader, number }: OpenParagraph): void {
  const address = target.trim();
  if (address === '' || address.startsWith('#') || bare(address) === bare(text)) return;
  const where = /^[a-z][\w+.-]*:\S{1,150}$/i.test(address) ? address : quote(address);
  reader.report.add(
    'lost',
    number,
    '链接',
    `链接没有保留，文字照录：“${quote(text)}”指向 ${where}（本站的正文只链接本站的页面）`,
  );
}

function bare(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/|mailto:)|\/$/g, '');
}
