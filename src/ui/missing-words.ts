import { numberParts } from '../core/number-parts.ts';

/** What kind of number it is, and its year, in words. */
export function kindWords(number: string): string {
  const parts = numberParts(number);
  const kind = /(?:公告|通告)[〔第\d]/.test(number)
    ? '公告编号'
    : /令〔/.test(number) || !number.includes('〔')
      ? '令号'
      : '发文字号';
  return parts?.year ? `${kind}，${parts.year}年` : kind;
}

/** What an ordinary shell, and that of Windows, would read within double quotes. */
const UNSAFE = /["'`$\\%!\r\n]/;

/** The command that makes the record of a number; a title that a shell might misread is left to be filled in later. */
export function newCommand(number: string, title: string | undefined): string {
  const named = title === undefined || UNSAFE.test(title) ? '' : ` --title "${title}"`;
  return `npm run new -- policy --number "${number}"${named}`;
}
