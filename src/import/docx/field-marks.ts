import { reportContents } from './contents.ts';
import { codeText, fieldLink, fieldType, isFleeting, isMadeList, type OpenField } from './fields.ts';
import { reportLink } from './links.ts';
import { writeText } from './paragraph.ts';
import type { Place } from './reader.ts';
import { quote } from './report.ts';
import type { RunProperties } from './run-properties.ts';
import { signOf } from './symbols.ts';
import { attribute, child, elements, isOn, type XmlElement } from './xml.ts';

/** Begins, turns or ends a field. */
export function fieldMark(mark: XmlElement, place: Place, format: RunProperties): void {
  const { story, number } = place.paragraph;
  if (!story.paired.has(mark)) return;
  const kind = attribute(mark, 'w:fldCharType');
  const innermost = story.fields.at(-1);
  if (kind === 'begin') {
    story.fields.push({ phase: 'code', code: '', aside: '', begin: mark, line: number, result: '' });
  } else if (kind === 'separate' && innermost) {
    innermost.phase = 'result';
  } else if (kind === 'end' && innermost) {
    story.fields.pop();
    endField(innermost, place, format);
  }
}

function endField(field: OpenField, place: Place, format: RunProperties): void {
  const { reader, number, story } = place.paragraph;
  const { code, aside } = field;
  const outer = story.fields.find((each) => each.phase === 'code' || isMadeList(each.code));
  if (aside !== '' && outer) outer.aside += aside;
  else if (aside !== '') reader.report.drop(isMadeList(code) ? '目录' : '域代码', number, aside);
  if (outer) return;
  if (isMadeList(code)) reportContents(reader, field.line);
  if (isFleeting(code) && field.result !== '')
    reader.report.add(
      'attention',
      number,
      '自动更新的域',
      `有自动更新的${fieldType(code)}域，收入的是文件里存的结果，请对照原件`,
    );
  const href = fieldLink(code);
  if (href !== undefined) reportLink(href, field.result, place.paragraph);
  writeUnwritten(field, place, format);
}

/** What a field shows though it has no result in the file: text of its code, a box that is ticked, a choice from a list. */
function writeUnwritten({ code, begin, result }: OpenField, place: Place, format: RunProperties): void {
  const { reader, number } = place.paragraph;
  const ticked = child(begin, 'w:ffData', 'w:checkBox');
  if (ticked) writeText(place, isTicked(ticked) ? '☑' : '☐', {});
  if (result.trim() !== '' || ticked) return;
  const text = codeText(code);
  const unwritten = text?.shown ?? chosen(begin) ?? symbol(code) ?? '';
  reader.unwritten.push(unwritten, text?.reading ?? '');
  writeText(place, unwritten, format);
  reader.report.drop('注音', number, text?.reading ?? '');
  if (text?.look !== undefined && unwritten !== '')
    reader.report.add(
      'lost',
      number,
      text.look,
      `${text.look}没有保留，文字“${quote(unwritten)}”照录，请核对`,
    );
}

function isTicked(box: XmlElement): boolean {
  return isOn(child(box, 'w:checked')) ?? isOn(child(box, 'w:default')) ?? false;
}

function chosen(begin: XmlElement): string | undefined {
  const list = child(begin, 'w:ffData', 'w:ddList');
  if (!list) return undefined;
  const entries = elements(list).filter(({ name }) => name === 'w:listEntry');
  const at =
    attribute(child(list, 'w:result'), 'w:val') ?? attribute(child(list, 'w:default'), 'w:val') ?? '0';
  return attribute(entries[Number(at)], 'w:val');
}

/** { SYMBOL 254 \f "Wingdings" } */
function symbol(code: string): string | undefined {
  const parts = /^\s*SYMBOL\s+(0x[\da-f]+|\d+)\b(?:.*?\\f\s*"?([^"\\]+)"?)?/i.exec(code);
  return parts ? signOf(parts[2] ?? '', Number(parts[1])) : undefined;
}
