import type { Finding } from './finding.ts';
import { hasLostCharacters } from './garbled.ts';
import type { SourceLine } from './manuscript.ts';

/** Where a line of a text ends, whatever system wrote it. */
export const LINE_BREAK = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/;
/** Zero-width and direction marks: nothing to see, but a search for the words around them would fail. */
export const INVISIBLE = /\u00ad|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u2064]|[\u2066-\u2069]|\ufeff/g;
export const CONTROL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Cuts a text into its lines that have text, and reports every character that is left out on the way. */
export function sourceLines(text: string, markdown: boolean): { lines: SourceLine[]; findings: Finding[] } {
  const lines: SourceLine[] = [];
  const findings: Finding[] = [];
  let afterBlank = true;
  // 0x1A at the very end is the end mark of DOS, not text.
  const lineTexts = (text.endsWith('\u001a') ? text.slice(0, -1) : text).split(LINE_BREAK);
  for (const [index, raw] of lineTexts.entries()) {
    const number = index + 1;
    const clean = cleanLine(raw, number, findings);
    const marker = markdown ? /^\s*(#{1,6})\s+(?=\S)/.exec(clean) : null;
    const body = (marker ? clean.slice(marker[0].length) : clean).trim();
    if (body === '') {
      afterBlank = true;
      continue;
    }
    if (marker)
      findings.push({ kind: 'changed', line: number, message: `标题记号“${marker[1]}”改为文件的标题层级` });
    const indented = /^(?:\u3000| {2}|\t)/.test(raw);
    lines.push({
      text: body,
      line: number,
      indented,
      afterBlank,
      ...(marker ? { marker: marker[1]?.length ?? 1 } : {}),
    });
    afterBlank = false;
  }
  return { lines, findings };
}

/** A line without invisible and control characters; what is left out or needs an eye is added to `findings`. */
export function cleanLine(raw: string, line: number, findings: Finding[]): string {
  const invisible = raw.match(INVISIBLE)?.length ?? 0;
  const control = raw.match(CONTROL)?.length ?? 0;
  if (invisible > 0)
    findings.push({ kind: 'changed', line, message: `删去看不见的零宽字符 ${invisible} 个` });
  if (control > 0) findings.push({ kind: 'lost', line, message: `删去控制字符 ${control} 个` });
  if (/[\ue000-\uf8ff]/.test(raw)) {
    findings.push({
      kind: 'attention',
      line,
      message: '有专用区字符（多为造字或 Word 符号），换一台电脑可能显示不出，请改为通用字',
    });
  }
  if (raw.includes('\ufffd')) {
    findings.push({ kind: 'attention', line, message: '有“\ufffd”：源文件在此处已经损坏，请对照原件补上' });
  }
  if (hasLostCharacters(raw)) {
    const message = '有“锟斤拷”一类的乱码：这几个字在存盘前已经丢失，请对照原件补上';
    findings.push({ kind: 'attention', line, message });
  }
  return raw.replace(INVISIBLE, '').replace(CONTROL, '').replace(/\t/g, ' ');
}
