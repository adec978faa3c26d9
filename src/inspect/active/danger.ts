/** What in an attachment could act on a reader's computer, or pretends to be something else. */
export interface Danger {
  /** An error keeps the site from being built; a warning is for the editor to look at. */
  severity: 'error' | 'warning';
  /** What was found, after 发现文件……: `里有宏`. */
  found: string;
  /** What to do, after 改法. */
  fix: string;
}

/** A danger that nobody has to accept: there is always a form of the file without it. */
export function refused(found: string, fix: string): Danger {
  return { severity: 'error', found, fix };
}

/** Something that honest files have too. */
export function doubtful(found: string, fix: string): Danger {
  return { severity: 'warning', found, fix };
}

export const SAVE_ANEW = '用 WPS 或 Office 打开核对，另存为不含这些内容的 .docx、.xlsx，或导出为 PDF';

/** Names of files that run, or make a computer run something, when they are opened. */
export const PROGRAM =
  /\.(?:exe|com|scr|pif|bat|cmd|ps1|psm1|vbs|vbe|jse?|wsf|wsh|hta|msi|msp|msc|cpl|dll|sys|jar|lnk|url|scf|reg|inf|chm|hlp|appx|apk|dmg|pkg|sh|iso|img|vhdx?|docm|dotm|xlsm|xltm|xlam|pptm|ppsm|potm|svg|mht|mhtml|xll|library-ms|settingcontent-ms)[. ]*$/i;

/** A name that others chose, short and without anything that could forge a report. */
export function quoted(name: string): string {
  const plain = name.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '\uFFFD');
  return plain.length > 60 ? `${plain.slice(0, 30)}……${plain.slice(-20)}` : plain;
}
