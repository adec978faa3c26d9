import { CONTROL, INVISIBLE } from '../lines.ts';
import type { SourceLine } from '../manuscript.ts';
import { isMadeList } from './fields.ts';
import { addText, newLine } from './line-builder.ts';
import type { OpenParagraph, Place, Reader, Story } from './reader.ts';
import type { RunProperties } from './run-properties.ts';
import type { Style } from './styles.ts';
import { isSignFont, raised, signsIn } from './symbols.ts';

/** A paragraph to which nothing has been written. */
export function openParagraph(reader: Reader, story: Story, style: Style, number: number): OpenParagraph {
  const current = newLine();
  return {
    ...{ reader, story, number, style, current, items: [current], pending: [] },
    changes: { inserted: '', deleted: '' },
    plain: new Map(),
  };
}

/** Ends the line that text goes to and begins another. */
export function breakLine({ paragraph }: Place): void {
  if (isAside(paragraph)) return;
  flush(paragraph);
  paragraph.current = newLine();
  paragraph.items.push(paragraph.current);
}

/** Puts pictures and boxes before the line that they are anchored in when that has no text yet, else behind it. */
export function placeApart({ paragraph }: Place, lines: readonly SourceLine[]): void {
  const { items, current, pending } = paragraph;
  if (current.text.trim() === '') items.splice(items.length - 1, 0, ...lines);
  else pending.push(...lines);
}

/** Moves what waits behind the current line into its place. */
export function flush(paragraph: OpenParagraph): void {
  paragraph.items.push(...paragraph.pending);
  paragraph.pending = [];
}

/** True where text is part of a field's code, or of a list that the site makes itself. */
function isAside({ story }: OpenParagraph): boolean {
  return story.fields.some(({ phase, code }) => phase === 'code' || isMadeList(code));
}

/** Writes text of a run to where it belongs: to the line, or to what is reported as left out. */
export function writeText(place: Place, text: string, format: RunProperties): void {
  const { paragraph } = place;
  const { story, reader, number, changes } = paragraph;
  const aside = story.fields.find(({ phase, code }) => phase === 'code' || isMadeList(code));
  const innermost = story.fields.at(-1);
  if (innermost?.phase === 'result') innermost.result += text;
  if (aside) aside.aside += text;
  else if (format.hidden) reader.report.drop('隐藏的文字', number, text);
  else {
    const shown = asShown(text, format, paragraph);
    if (place.inserted) changes.inserted += shown;
    addText(paragraph.current, shown, settingOf(place, format));
  }
}

function settingOf({ paragraph }: Place, format: RunProperties) {
  const { run } = paragraph.style;
  const differs = (key: 'bold' | 'italic' | 'strike'): boolean => (format[key] ?? false) && !run[key];
  return {
    ...{ strong: differs('bold'), emphasis: differs('italic'), deleted: differs('strike') },
    ...{ size: format.size, bold: format.bold ?? false },
  };
}

/** A text in the characters that a reader of the source saw. */
function asShown(text: string, format: RunProperties, paragraph: OpenParagraph): string {
  const { reader, number, plain } = paragraph;
  const { signs, unknown } = isSignFont(format.font)
    ? signsIn(text, format.font)
    : { signs: text, unknown: '' };
  if (unknown !== '') {
    const codes = Array.from(unknown, (char) => char.codePointAt(0)?.toString(16).toUpperCase()).join('、');
    const message = `有 ${[...unknown].length} 个 ${format.font} 字体的符号（编码 ${codes}）没有对应的通用字符，没有收入，请对照原件补上`;
    reader.report.add('lost', number, '特殊符号', message);
  }
  let shown = cleaned(signs, paragraph);
  if (format.underlined && /^[ \u3000\u00a0]{2,}$|^\u3000$/.test(shown))
    shown = shown.replace(/[ \u00a0]/g, '_').replace(/\u3000/g, '__');
  if (format.combined !== undefined) {
    note(plain, '双行合一', shown);
    const [opening = '', closing = ''] = format.combined;
    shown = opening + shown + closing;
  }
  if (format.dotted) note(plain, '着重号', shown);
  if (format.position === 'super' || format.position === 'sub')
    return position(shown, format.position, plain);
  if (format.shifted && shown.trim() !== '') return raised(shown.trim(), format.shifted) ?? shown;
  return shown;
}

function position(text: string, position: 'super' | 'sub', plain: Map<string, string>): string {
  if (text.trim() === '') return text;
  const signs = raised(text.trim(), position);
  if (signs === undefined) note(plain, position === 'super' ? '上标' : '下标', text);
  return signs ?? text;
}

function note(plain: Map<string, string>, look: string, text: string): void {
  if (text.trim() !== '') plain.set(look, `${plain.get(look) ?? ''}${text}`);
}

/** Without characters that nobody sees, and that would keep a search from its words. */
function cleaned(text: string, { reader, number }: OpenParagraph): string {
  const tidy = text.replace(/\u2011/g, '-').replace(/[\u2028\u2029\u0085\f\v]/g, ' ');
  const clean = tidy.replace(INVISIBLE, '').replace(CONTROL, '');
  if (clean.length < tidy.length)
    reader.report.add('changed', number, '看不见的字符', '删去看不见的零宽字符或控制字符');
  if (/[\ue000-\uf8ff]/.test(clean))
    reader.report.add(
      'attention',
      number,
      '专用区字符',
      '有专用区字符（多为造字或 Word 符号），换一台电脑可能显示不出，请改为通用字',
    );
  if (clean.includes('\ufffd'))
    reader.report.add('attention', number, '损坏的字', '有“\ufffd”：源文件在此处已经损坏，请对照原件补上');
  return clean;
}
