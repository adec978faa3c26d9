import { lostLink } from '../unlink.ts';
import type { OpenParagraph } from './reader.ts';

/** Says where a link of the source leads; its text stays and the link goes, as with every format. */
export function reportLink(target: string, text: string, { reader, number }: OpenParagraph): void {
  const message = lostLink(target, text);
  if (message !== undefined) reader.report.add('lost', number, '链接', message);
}
